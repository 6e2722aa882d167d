"""Question, passages and facts -> the text a chat model is given, and the one door to chat models."""
