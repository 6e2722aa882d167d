"""Scores of words, meaning and characters -> one score of every passage."""

import numpy as np

GREATEST, LEAST = 13.0, 0.3
CLARITY, UNHELD = 3, 2
CROWD = 0.95
"""Chosen on questions held back from training and on the development questions; `index/training/LOG.md` tells what else was tried."""


def hybrid_scores(lexical: np.ndarray, meaning: np.ndarray, characters: np.ndarray) -> np.ndarray:
    """Return the weighted mean of three relative scores: words and characters weigh 1, meaning what it is worth here.

    Each score is the share of what a passage could attain at most, so a question whose words no passage holds is left to
    the meaning by itself; ranks would hide that.

    Source: Bruch, Gai, Ingber: An Analysis of Fusion Functions for Hybrid Retrieval, ACM TOIS 42, 2023 (a sum of scores
    does better than reciprocal ranks); with the greatest attainable score for normalisation.

    Args:
        lexical: BM25 of every passage divided by the greatest attainable, shape (..., n), from 0 to 1.
        meaning: cosine of every passage, same shape; below 0 counts as 0.
        characters: share of the question's pairs of characters in every passage, same shape, from 0 to 1.

    Returns:
        float array of the same shape, from 0 to 1.
    """
    positive = np.maximum(meaning, 0)
    weight = meaning_weight(lexical, positive, characters)[..., None]
    combined: np.ndarray = (lexical + weight * positive + characters) / (2 + weight)
    return combined


def meaning_weight(lexical: np.ndarray, meaning: np.ndarray, characters: np.ndarray) -> np.ndarray:
    """Return how much meaning weighs for each question, beside 1 for words and 1 for characters.

    It is max(LEAST, GREATEST * clarity^CLARITY * unheld^UNHELD). Clarity is how far the best passage by meaning stands out:
    its distance from the CROWD quantile, as a share of its own score; where all passages speak of the same, as plans of
    one region do, a cosine tells little. Unheld is the share of the question's wording that the best passages by words
    and by characters leave out: what they hold already needs no other words.

    Source: Shtok, Kurland, Carmel, Raiber, Markovits: Predicting Query Performance by Query-Drift Estimation, ACM TOIS 30,
    2012 (a ranking is the better the more its head stands out); the form and the constants are our own.

    Args:
        lexical: as for `hybrid_scores`.
        meaning: the same, from 0 to 1.
        characters: the same.

    Returns:
        float array of shape (...): one weight a question, from LEAST to GREATEST.
    """
    best = meaning.max(axis=-1)
    clarity = (best - np.quantile(meaning, CROWD, axis=-1)) / np.maximum(best, 1e-9)
    unheld = 1 - (lexical.max(axis=-1) + characters.max(axis=-1)) / 2
    weight: np.ndarray = np.maximum(LEAST, GREATEST * clarity**CLARITY * unheld**UNHELD)
    return weight
