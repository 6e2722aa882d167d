"""Answers -> pages: the chat and the library of documents in the browser, and plain text for the terminal."""
