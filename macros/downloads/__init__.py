"""Files that go out beside the pages: what programs read."""
