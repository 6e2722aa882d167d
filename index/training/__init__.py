"""Data folder -> the shipped embedding model, with the measurements of its card."""
