"""What a run extracted from the documents beside its answers -> figures against reference files."""
