"""An answer's text -> its claims: sentences with the citations that are to bear them out."""

import re
from dataclasses import dataclass

from index.sentences import sentence_spans

MARKS = re.compile(r"(?:\s*\[\d+(?:\s*[,，、]\s*\d+)*\])+")
NUMBER = re.compile(r"\d+")
EMPTY = re.compile(r"[\s。．.；;，,、：:！!？?…\-—•*#|)）(（”\"'’]*")


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence of an answer.

    Attributes:
        text: the sentence without marks.
        marks: numbers of the citations that stand after it or after the sentences it is told with.
        line: number of its line, from 0.
    """

    text: str
    marks: tuple[int, ...]
    line: int


def claims(text: str) -> list[Claim]:
    """Return the claims of an answer in order; marks hold for all that stands between them and the marks before.

    >>> [(claim.text, claim.marks) for claim in claims("甲。乙[1]。丙[2][3]。\\n丁：")]
    [('甲。', (1,)), ('乙', (1,)), ('丙', (2, 3)), ('丁：', ())]
    """  # noqa: D301
    found: list[Claim] = []
    for number, line in enumerate(text.split("\n")):
        at = 0
        for match in MARKS.finditer(line):
            marks = tuple(dict.fromkeys(int(mark) for mark in NUMBER.findall(match.group())))
            found.extend(_sentences(line[at : match.start()], marks, number))
            at = match.end()
        found.extend(_sentences(line[at:], (), number))
    return found


def _sentences(text: str, marks: tuple[int, ...], line: int) -> list[Claim]:
    pieces = [text[start:end] for start, end in sentence_spans(text, 0, len(text))]
    return [Claim(piece, marks, line) for piece in pieces if not EMPTY.fullmatch(piece)]
