"""A question for support or rules in a place without a document here -> the same question of the city above it, whose rules hold there."""

import re
from dataclasses import replace

from answer.draft import MARK, Draft
from facts.regions import Gazetteer
from index.store import PassageIndex
from retriever.question import Question

SUPPORT = re.compile(r"补贴|补助|奖励|奖补|扶持|支持|优惠|政策|申[请报领]|扣除|减免|免税|贷款|贴息|资助|创新券|融资|担保")
OWN = re.compile(r"(?:自己|本[区县市]|[区县]里|[区县]级|[区县]政府|当地|规划)")  # what the place itself lays down


def asked_of_city(question: Question, gazetteer: Gazetteer) -> tuple[str, str] | None:
    """Return the question put to the city above the one place it names, with that city's region; None where it asks for anything else.

    Args:
        question: one that names a place which no document is of.
        gazetteer: knows which city a place belongs to, and which regions have documents.
    """
    places = [place for place in question.places if place.stem in question.text]
    if len(places) != 1 or places[0].region or question.english or question.wants_number or question.about_document:
        return None
    region = gazetteer.region(gazetteer.parent(places[0].stem))
    if not region or not SUPPORT.search(question.text) or OWN.search(question.text):
        return None
    return re.sub(f"{re.escape(places[0].stem)}(?:市|区|县)?", region, question.text, count=1), region


def without_others(draft: Draft, region: str, index: PassageIndex) -> Draft:
    """Return an answer without the lines that cite documents of other regions: what a neighbour rules holds there alone."""
    others = {citation.n for citation in draft.citations if index.infos[citation.doc].region != region}
    lines = [line for line in draft.lines if not others & set(map(int, MARK.findall(line)))]
    kept = Draft(index, draft.limit)
    kept.append(replace(draft, lines=lines))
    return kept


def hint(stem: str, region: str) -> str:
    """Return what tells that the city's rules are told, not those of the place itself."""
    return f"资料中没有{stem}自己的规划，以下是{region}的规定。"
