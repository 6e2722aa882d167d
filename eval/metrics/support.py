"""An answer and what it cites -> the share of its figures that stand there, and of the system's own checks passed."""

import re
import unicodedata
from collections.abc import Sequence

from eval.answers import AnswerRow
from eval.gold import GoldQuestion
from eval.matching import MARK, normal, states

NUMBER = re.compile(r"(?<![\d.])(?:\d{1,3}(?:,\d{3})+(?![\d,])|\d+)(?:\.\d+)?")

SENTENCE = re.compile(r"(?:[^。！？!?\n：:]|[：:]\n?)+[。！？!?\n]*(?:\s*\[\d+\])*")
WORD = re.compile(r"\w")


def figures(text: str) -> tuple[str, ...]:
    """Return the numbers of a text in order, [n] marks aside; white space and the comma of a Chinese sentence part numbers.

    >>> figures("2025年达到1,200家（３.８％）[1]"), figures("2020年基数 2，2025年 4"), figures("2.85 3.6")
    (('2025', '1,200', '3.8'), ('2020', '2', '2025', '4'), ('2.85', '3.6'))
    """
    return tuple(NUMBER.findall(MARK.sub("", unicodedata.normalize("NFKC", text.replace("，", "、")))))


def figure_support(gold: GoldQuestion, row: AnswerRow) -> float | None:
    """Return the share of the answer's numbers that stand in what it cites, a computed result or the question.

    A cited passage counts with its title, heading and, where it is among the hits, its context, for the year of a
    table cell stands there. Only digits are compared, not unit, year or indicator: a number that fails here has no
    source at all. Numbers that only white space parts, as in a table's row, are two.
    """
    found = figures(row.answer)
    if not found or row.abstained:
        return None
    cited = {item.passage_id for item in row.citations} - {""}
    excerpts = [*row.citations, *(hit for hit in row.hits if hit.passage_id in cited)]
    texts = [*(part for item in excerpts for part in (item.text, item.context)), *row.results, gold.question]
    sources = [normal(text) for text in texts]
    standing = {number for text in texts for number in figures(text)}
    return sum(number in standing or any(states(source, number) for source in sources) for number in found) / len(found)


def sentences_sourced(gold: GoldQuestion, row: AnswerRow) -> float | None:
    """Return the share of the answer's sentences that carry a mark [n] or stand literally in a citation.

    Several quoted sentences may share the mark behind the last. What stands before a colon belongs to the sentence after it;
    a mark may stand before the full stop or behind it. None for a refusal or an answer without words.
    """
    sentences = [piece for piece in SENTENCE.findall(row.answer) if WORD.search(MARK.sub("", piece))]
    if not sentences or row.abstained:
        return None
    cited = [normal(item.text) for item in row.citations]
    return sum(bool(MARK.search(piece)) or _stands(piece, cited) for piece in sentences) / len(sentences)


def _stands(sentence: str, cited: Sequence[str]) -> bool:
    """Tell whether a sentence, a place before its colon aside, stands in one of some normal texts."""
    said = normal(sentence).rstrip("。!?")
    parts = [said, said.partition(":")[2]]
    return any(part and part in text for part in parts for text in cited)


def checks_passed(gold: GoldQuestion, row: AnswerRow) -> float | None:
    """Return the share of the system's own checks that passed: its word, not a judgment of ours."""
    return sum(row.checks_ok) / len(row.checks_ok) if row.checks_ok else None
