"""Hits and facts -> an answer with citations."""
