"""Question -> hits and facts."""
