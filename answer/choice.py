"""Evidence, best first -> the sentences that an answer tells: the best, then what comes near it or goes on from it."""

import os.path
import re
from collections.abc import Sequence

from answer.evidence import Evidence
from answer.pieces import is_offer, is_whole
from answer.readable import readable
from retriever.concepts import Concept, coverage
from retriever.question import Question

NEAR = 0.74  # share of the best score, with what is added below, from which on a sentence is told
GOES_ON, SAME = 0.1, 0.15  # for a sentence beside one that is told, and for one of the same paragraph
NEW = 0.5  # times the share of the question that was not told yet
READ = 40  # sentences that are looked at
MARK = 14  # characters of a citation's mark and of what stands around it
ACTS, BEHIND = 0.1, 0.15  # where it is asked what will be done: for a sentence that does something; against a chapter that looks back
SO_MANY, OF_KIND, BOTH = 0.1, 0.3, 0.3  # for a sentence that lists as many things as are asked for (哪五个园); things called so
ENUMERATED = re.compile(r"[^、，。；：:（(]{1,24}(?:、[^、，。；：]{1,24})+")
QUOTED_LIST = re.compile(r"“([^“”]*、[^“”]*)”")
LAST_TWO = re.compile(r"(?<=[^、])[和及与](?=[^、]{2,18}$)")
KIND = re.compile(
    r"(?:哪(?:些|几|[二两三四五六七八九十\d]+)|[二两三四五六七八九十\d]+(?=[个家条座所][^，。？?]{1,12}的))(?:个|家|条|座|所|大)?(?:[^，。？?的]{1,12}的)?(?P<kind>[\u4e00-\u9fff]{1,3})"
)
MOST = 0.6  # share of the things listed that must be called so
ASKS_HOW = re.compile(
    r"怎么|如何|怎样|措施|办法|支持|帮|扶持|政策|有(?:什么|啥|哪些)招|安排|打算|动作|机制|补|奖|照顾|制度|how|support|measure", re.I
)
ACT = re.compile(r"实施|推进|建立|支持|给予|鼓励|探索|完善|加大|加快|开展|推动|落实|设立|组建|引导|优先|制定|健全")
ACTING = 0.5  # share of the best score that a sentence must have that is told instead of a row
LOOKS_BACK = re.compile(r"指导思想|基本原则|总体要求|形势|基础|现状|背景|成效|机遇|挑战|前言|回顾|发展环境")


def leaning(item: Evidence, question: Question) -> float:
    """Return what a sentence gains or loses by the kind of thing that is asked: so many things; a deed, not how things stand."""
    if worth := _listing(item, question):
        return worth
    if question.wants_number or not ASKS_HOW.search(question.text):
        return 0.0
    chapter = "".join(item.passage.headings[-2:])
    return ACTS * bool(ACT.search(item.text)) - BEHIND * bool(LOOKS_BACK.search(chapter))


def without_bare_rows(items: Sequence[Evidence], question: Question) -> list[Evidence]:
    """Leave out table rows that only name things, where it is asked what is done and sentences come near them that do something."""
    if question.wants_number or not ASKS_HOW.search(question.text):
        return list(items)
    acting = [item for item in items if not item.is_row or is_offer(item.passage) or ACT.search(item.text)]
    near = any((is_offer(item.passage) or ACT.search(item.text)) and item.score >= ACTING * items[0].score for item in acting)
    return acting if near else list(items)


def _listing(item: Evidence, question: Question) -> float:
    """What a sentence gains by listing as many things as are asked for, and things that are called as is asked."""
    lists = listed(item.text)
    many = [things for things in lists if str(len(things)) in question.counts]
    kind = KIND.search(question.text)
    called = [things for things in lists if kind and _called(things, kind["kind"])]
    called += [things for things in many if _end_alike(things, question.text)]
    return SO_MANY * bool(many) + OF_KIND * bool(called) + BOTH * any(things in many for things in called)


def listed(text: str) -> list[list[str]]:
    """Return the things that each enumeration of a text lists.

    >>> listed("建设甲园、乙园、丙园和丁园，引进人才、项目"), listed("企业、院所办成以“所有多元、运行灵活”为标志的机构")
    ([['建设甲园', '乙园', '丙园', '丁园'], ['引进人才', '项目']], [['企业', '院所办成以'], ['所有多元', '运行灵活']])
    """
    found = []
    for match in ENUMERATED.finditer(QUOTED_LIST.sub(r"，\1，", text)):
        *first, last = match.group().split("、")
        found.append([*first, *LAST_TWO.split(last, maxsplit=1)])
    return found


def _called(things: Sequence[str], kind: str) -> bool:
    """Tell whether most of at least three things end with a character of a kind's name."""
    return len(things) > 2 and any(sum(one.rstrip("等").endswith(end) for one in things) >= MOST * len(things) for end in kind)


def _end_alike(things: Sequence[str], question: str) -> bool:
    """Tell whether at least three things share an ending that the question writes, whatever is said behind the last one."""
    ending = os.path.commonprefix([one[::-1] for one in things[:-1]])[::-1]
    return len(things) > 2 and bool(ending) and ending in question and ending in things[-1]


def choose(items: Sequence[Evidence], concepts: Sequence[Concept], limit: int, full: float) -> list[Evidence]:
    """Return the sentences to tell, best first.

    A sentence is told where its score comes near the best one's. One that stands beside a sentence told or in its
    paragraph, or that speaks of what was not told yet, needs less for it.

    Args:
        items: sentences, best first; at least one.
        concepts: what the question asks about.
        limit: characters there is room for; the best is told in any case.
        full: the score that the others are held against.
    """
    best = items[0]
    told, used = [best], len(best.text) + MARK
    left = _untold(concepts, best)
    rest = list(items[1:READ])
    while rest:
        worth = [_worth(item, full, told, left) for item in rest]
        at = max(range(len(rest)), key=lambda one: (worth[one], -one))
        if worth[at] < NEAR:
            break
        item = rest.pop(at)
        if used + len(item.text) + MARK <= limit:
            told.append(item)
            used += len(item.text) + MARK
            left = _untold(left, item)
    return told


def _worth(item: Evidence, full: float, told: Sequence[Evidence], left: Sequence[Concept]) -> float:
    cut = item.is_row and not is_whole(item.passage)  # the cells of one row do not go on from each other
    beside = any(item.doc == one.doc and (0 <= item.start - one.end <= 2 or 0 <= one.start - item.end <= 2) for one in told) and not cut
    same = any(item.passage == one.passage for one in told) and not cut
    new = sum(concept.weight for concept in left if coverage([concept], *readable(item.text)))
    return item.score / full + GOES_ON * beside + SAME * same + NEW * new


def _untold(concepts: Sequence[Concept], item: Evidence) -> list[Concept]:
    return [concept for concept in concepts if not coverage([concept], *readable(item.text))]
