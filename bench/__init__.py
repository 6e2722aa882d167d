"""How fast, how large, how linear: measured, beside a stock pipeline, in one run."""
