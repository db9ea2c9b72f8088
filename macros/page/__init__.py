"""What a template gets: the words and ways of a page, and for each kind of page a small object of what it shows."""
