"""Documents -> what can be computed on, and the language to ask for it."""
