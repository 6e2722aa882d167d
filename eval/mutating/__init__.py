"""A right answer with its citations -> wrong ones of one kind each, for the check of answers to catch."""
