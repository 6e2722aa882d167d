"""Scores of words, embedding and characters -> one score of every passage."""

import numpy as np

DENSE_WEIGHT = 0.6
CHARACTER_WEIGHT = 0.7
"""Weights beside BM25's 1.0, chosen on the validation split of the training pairs and on the development questions."""


def hybrid_scores(lexical: np.ndarray, dense: np.ndarray, characters: np.ndarray) -> np.ndarray:
    """Return the weighted sum of three relative scores, divided so that 1 is best.

    Each is the share of what a passage could attain at most, so a question whose words no passage holds is left to the
    embedding by itself; ranks would hide that.

    Source: Bruch, Gai, Ingber: An Analysis of Fusion Functions for Hybrid Retrieval, ACM TOIS 42, 2023 (a sum of scores
    does better than reciprocal ranks); with the greatest attainable score for normalisation.

    Args:
        lexical: BM25 of every passage divided by the greatest attainable, shape (..., n), from 0 to 1.
        dense: cosine of every passage, same shape; below 0 counts as 0.
        characters: share of the question's pairs of characters in every passage, same shape, from 0 to 1.

    Returns:
        float array of the same shape, from 0 to 1.
    """
    total = lexical + DENSE_WEIGHT * np.maximum(dense, 0) + CHARACTER_WEIGHT * characters
    combined: np.ndarray = total / (1 + DENSE_WEIGHT + CHARACTER_WEIGHT)
    return combined
