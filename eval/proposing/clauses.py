"""Clauses -> candidates: what a plan will do under a heading, and what it enumerates."""

import re
from collections.abc import Iterator

from eval.matching import squeeze
from eval.proposing.candidate import LONGEST, SHORTEST, Candidate, Quote
from facts.regions import stem_of
from index.passages import Passage
from index.sentences import sentence_spans
from index.store import PassageIndex

NUMBERING = re.compile(r"^[\s#*]*(?:[（(]?[一二三四五六七八九十\d]+[)）]?[、.．]?|第[一二三四五六七八九十]+[章节条])\s*|[。：:*]+$")
ACTION = re.compile(r"^(?:鼓励|支持|引导|推动|推进|探索|建立|健全|实施|加强|加大|完善|落实|深化|打造|培育|给予|对)")
ITEMS = re.compile(r"[\u4e00-\u9fffA-Za-z0-9“”]{2,12}(?:、[\u4e00-\u9fffA-Za-z0-9“”]{2,12}){3,}")
LONGEST_POINT = 10


def clause_candidates(index: PassageIndex) -> Iterator[Candidate]:
    """Yield a question for the first sentence of each clause that says what is to be done."""
    for passage in index.passages:
        topic = heading(passage)
        if passage.kind != "clause" or not topic:
            continue
        for quote in _sentences(passage, index):
            if ACTION.match(quote.text):
                place = stem_of(index.infos[quote.doc].region)
                point = re.split(r"[，、,]", quote.text)[0][:LONGEST_POINT]
                hint = "要点只是句首几个字，请换成能证明答对的最短说法；问法换成人话"
                yield Candidate(f"{place}在{topic}方面打算怎么做？", "measure", quote.text, ((point,),), (quote,), (place,), hint)
                break


def list_candidates(index: PassageIndex) -> Iterator[Candidate]:
    """Yield a question for each enumeration of four things or more in one sentence."""
    for passage in index.passages:
        topic = heading(passage)
        if passage.kind not in ("clause", "box") or not topic:
            continue
        for quote in _sentences(passage, index):
            found = ITEMS.search(quote.text)
            if found:
                place = stem_of(index.infos[quote.doc].region)
                items = found.group().split("、")
                must = tuple((item,) for item in items)
                hint = "删去首尾项里多出来的字；说清列举的是什么"
                yield Candidate(f"{place}{topic}里列了哪几项？", "list", "、".join(items), must, (quote,), (place,), hint)


def heading(passage: Passage) -> str:
    """Return the words of the heading just above a passage, without its number; "" where there is none."""
    return NUMBERING.sub("", passage.headings[-1]) if passage.headings else ""


def _sentences(passage: Passage, index: PassageIndex) -> Iterator[Quote]:
    text = index.texts[passage.doc]
    for start, end in sentence_spans(text, passage.start, passage.end):
        if SHORTEST <= len(squeeze(text[start:end])) <= LONGEST:
            yield Quote(passage.doc, start, end, text[start:end])
