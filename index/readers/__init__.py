"""Files -> text, one module a format."""
