"""Documents -> passages -> a searchable index."""
