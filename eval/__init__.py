"""Gold questions -> a run of answers -> scores: eval.generate asks, eval.score reads files only."""
