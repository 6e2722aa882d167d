"""A term made of digits (“3581”工程) whose digits a document explains one by one -> the sentences that do so."""

import re

from answer.answer import MAX_ANSWER
from answer.case import Case
from answer.draft import Draft, Statement
from answer.table_rows import docs_asked
from answer.wording import sentence_words

TERM = re.compile(r"(?<![\d.])(?P<term>\d{3,6})(?![\d.]|年|万|亿|元|家|[个项人名件]|米|吨|号)")
ASKS = re.compile(r"指|意思|含义|代表|什么|啥|哪|解释|怎么理解")
MEANS = r"[”\"]\s*(?:即|就?是|指|为|代表)"
REACH = 400  # characters within which all digits are explained


def digits_explained(case: Case) -> Draft | None:
    """Return the sentences that say what each digit of a term stands for; None where none is asked about, or no document says so."""
    asked = [match["term"] for match in TERM.finditer(case.text)] if ASKS.search(case.text) else []
    docs = docs_asked(case.retrieval, case.index)
    for term in asked:
        parts = [re.compile(rf"[“\"]\s*{digit}\s*{MEANS}") for digit in term]
        for passage in case.index.passages:
            text, start = case.index.texts[passage.doc], passage.start
            first = parts[0].search(text, start, passage.end) if passage.doc in docs else None
            if first is None or term not in text:
                continue
            found = [part.search(text, first.start(), first.start() + REACH) for part in parts]
            if all(found):
                last = max(match.end() for match in found if match)
                end = text.find("。", last)
                low = max(text.rfind(mark, 0, first.start()) for mark in "。\n") + 1
                draft = Draft(case.index, MAX_ANSWER)
                end = end + 1 if end >= 0 else passage.end
                draft.state(Statement(sentence_words(text[low:end]), passage, low, end, case.index.infos[passage.doc].region))
                return draft if draft.citations else None
    return None
