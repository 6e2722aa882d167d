"""Evidence on a measure -> the clause of another article that names the units in charge of it by its number (第九条由甲局负责)."""

import re
from collections.abc import Sequence

from answer.charge import OF_CLAUSE, share_of
from answer.draft import Statement
from answer.evidence import Evidence
from answer.table_rows import matter_of
from answer.wording import sentence_words
from facts.parts import parts_in
from index.sentences import sentence_spans
from index.store import PassageIndex
from retriever.concepts import Concept

IN_CHARGE = re.compile(
    r"由[^，。；]{2,40}?(?:负责|牵头|解释|主管|组织实施|受理|办理)|"
    r"[局委办会中心处科部院厅](?:具体)?(?:负责|牵头|主管|受理|承办)(?:办理|实施|兑现)?(?:本[^，。；]{2,4})?(?=第)"
)
CLAUSE = re.compile(r"[^，；。]*(?:，(?!其中)[^，；。]*)*")
OPENING = re.compile(r"^[ 　\t#*]*(?P<number>第[一二三四五六七八九十百]+条)(?![第、和至及与中所规]|的规定)", re.M)
READ = 3  # pieces of evidence among which the measure is looked for


def article_charge(evidence: Sequence[Evidence], concepts: Sequence[Concept], index: PassageIndex) -> list[Statement]:
    """Return the measure that is asked about, and the clause on its article; [] where no clause names it.

    Args:
        evidence: pieces found in the hits, best first.
        concepts: what the question asks about.
        index: where they come from.
    """
    matter = matter_of(concepts)
    for item in evidence[:READ]:
        if share_of(matter, "\n".join([item.text, *item.passage.headings[-1:]])) < OF_CLAUSE:
            continue
        number = article_of(item, index)
        named = _naming(item.doc, number, index) if number else []
        if named:
            narrowest = min(named, key=lambda one: (len(parts_in(one.words)), one.start))
            return [Statement(sentence_words(item.text), item.passage, item.start, item.end, number), narrowest]
    return []


def article_of(item: Evidence, index: PassageIndex) -> str:
    """Return the number of the article that a piece of evidence stands in, as written, "" where it stands in none."""
    text = index.texts[item.doc]
    start = min(item.passage.start, item.passage.scope[0])
    found = [match["number"] for match in OPENING.finditer(text, start, item.start + len("第一百一十条"))]
    return found[-1] if found else ""


def _naming(doc: str, number: str, index: PassageIndex) -> list[Statement]:
    """The clauses of a document that say who is in charge of an article."""
    part = parts_in(number)
    found = []
    for passage in index.passages:
        if passage.doc != doc or passage.row or number in passage.text[: len(number) + 2]:
            continue
        for start, end in sentence_spans(index.texts[doc], passage.start, passage.end):
            for match in CLAUSE.finditer(index.texts[doc][start:end]):
                words = match.group().strip()
                if part & parts_in(words) and IN_CHARGE.search(words):
                    found.append(Statement(words, passage, start + match.start(), start + match.end()))
    return found
