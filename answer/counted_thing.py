"""A case that asks how many of a thing there are -> that no clause with such a number names the thing, in words; "" where one does."""

import re

from answer.case import Case
from answer.counts import clauses_with, fits, numbers
from answer.evidence import Evidence
from answer.interrogatives import Interrogative, interrogatives
from facts.terms import load_synonyms
from index.lexical import is_noun, word_spans

READ = 15  # pieces of evidence in which the number is looked for
COUNTERS = "个家项座台条所支件名位处"
BEHIND = re.compile(r"[“\"]?(?P<thing>[\u4e00-\u9fffA-Za-z0-9]{2,12}?)[”\"]?(?:来着|[啊呀呢吧了])*")
DESCRIBES = re.compile(r"创新|[\u4e00-\u9fff]{1,3}[级型性类]")  # what stands before a noun and is none
CLAUSE = re.compile(r"[，。；;、：:\n]")
ENDING = 2  # characters that name a thing by its end: 重点实验室, 实验室
ALIKE = {"公司": "企业", "企业": "公司", "厂家": "企业"}


def lacking_count(case: Case) -> str:
    """Return what a question that counts one thing, named behind the interrogative, asks the number of, where nothing counts it."""
    asked = interrogatives(case.text)
    if len(asked) != 1 or len(case.regions) != 1 or case.question.english or case.question.about_document or case.question.follows:
        return ""
    one = asked[0]
    behind = BEHIND.fullmatch(one.clause[one.end :])
    if (
        not behind
        or behind["thing"].startswith("年")
        or one.counter not in COUNTERS
        or one.kind != "n"
        or re.search("[十百千万亿]", one.clause[one.start : one.end])
    ):
        return ""
    parts = [word for word, _, _ in word_spans(behind["thing"])]
    parts = [*parts[:-2], "".join(parts[-2:])] if len(parts[-1]) < ENDING else parts  # 加氢|站
    if not all(is_noun(word) or DESCRIBES.fullmatch(word) for word in parts) or DESCRIBES.fullmatch(parts[-1]):
        return ""
    counted = any(_counts(one, parts[-1], item) for item in case.evidence[:READ])
    return "" if counted else f"{case.regions[0]}有多少{behind['thing']}"


def _counts(asked: Interrogative, thing: str, item: Evidence) -> bool:
    """Tell whether a piece of evidence counts a thing in a clause or cell that names it, by any of its names."""
    names = {thing, *load_synonyms().expand(thing)}
    names |= {ALIKE[name[-ENDING:]] for name in names if name[-ENDING:] in ALIKE}
    pieces = (piece for clause in clauses_with(asked, item) for piece in CLAUSE.split(clause))
    return any(
        name[-ENDING:].lower() in piece.lower() and any(fits(asked, number) for number in numbers(piece))
        for piece in pieces
        for name in names
    )
