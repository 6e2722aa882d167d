"""Public test sets, brought by the user -> a corpus to index and gold questions on it."""
