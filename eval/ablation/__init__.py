"""The assistant with parts taken away, condition by condition, beside a stock pipeline."""
