"""What a reader sees beside the records: interface strings, dates, numbers and the direction of words."""
