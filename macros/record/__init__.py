"""What a record is: a file for each kind, with its closed lists, its parts and its model."""
