"""Other systems -> run folders that eval.score can score."""
