"""Scored answers -> figures: what a value of each metric is for one question, and how values become a figure."""
