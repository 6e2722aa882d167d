"""Turns of a chat -> the list that the last of them speak of: what it holds, in order, and what its things are called."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from answer.case import Case
from answer.counted_phrases import find_counted
from answer.list_fit import COUNT
from answer.listing import find_list
from index.markers import parse_marker
from retriever.wording import normalise

WRITTEN = re.compile(
    r"^(?P<names>(?:[^，。？?、\s]{2,12}、)+[^，。？?、\s]{2,12}?)(?=分别|各自?|都|这[几两二三四五六]|[几两二三四五六][个大]|$)"
)
JOINT = re.compile(r"、|以及|[和与及](?=[^和与及]{2,}$)")
KIND = re.compile(
    r"(?:[两二三四五六七八九十]|\d{1,2})(?:大|个|项|条|类|种|家|座|块)(?P<kind>[\u4e00-\u9fff]{2,8}?)(?=分别|各|都|叫|指|是|有|的|[，,。？?]|$)"
)
QUOTED = re.compile(r"[“\"](?P<name>[^”\"]{2,20})[”\"]?$|^(?P<bare>[^“”\"]{2,20})[”\"]$")
DOING = re.compile(r"^[^“\"]*?(?:打造|实施|推进|建设|包括|形成|围绕|聚焦|突出|开展|构建|布局)(?=[^，。]{2})")
ASKING = "是哪些"


@dataclass(frozen=True, slots=True)
class Listed:
    """What a turn speaks of as several things.

    Attributes:
        names: what they are called, in order.
        kind: what they are called together, "" where the turn does not say.
        said: the words of the turn that mean them all.
        turn: the turn.
        doc: the document that lists them, "" where the turn itself does.
    """

    names: tuple[str, ...]
    kind: str
    said: str
    turn: str
    doc: str = ""

    def called(self, name: str) -> str:
        """Return a name with the kind behind it, what of it the name does not say: 甲科技 and 科技工程 are 甲科技工程."""
        if not self.kind or self.kind[-2:] in name:
            return name
        said = next((size for size in range(len(self.kind), 0, -1) if name.endswith(self.kind[:size])), 0)
        return f"{name}{self.kind[said:]}"


def last_list(history: Sequence[str], case_of: Callable[[str, Sequence[str]], Case]) -> Listed | None:
    """Return the list that the latest turn which speaks of one speaks of; None where none does.

    Args:
        history: earlier user turns, oldest first.
        case_of: question and the turns before it -> the question with its evidence.
    """
    for at in range(len(history) - 1, -1, -1):
        if found := list_of(history[at], history[:at], case_of):
            return found
    return None


def list_of(typed: str, before: Sequence[str], case_of: Callable[[str, Sequence[str]], Case]) -> Listed | None:
    """Return the list that one turn writes or asks for, or whose things it counts (三大高地的定位)."""
    turn = normalise(typed)
    if written := WRITTEN.match(turn):
        return Listed(tuple(JOINT.split(written["names"])), "", written["names"], turn)
    kind = KIND.search(turn)
    said = kind.group() if kind else ""
    for asked in dict.fromkeys([turn, f"{turn[: kind.end()]}{ASKING}" if kind else turn]):
        case = case_of(asked, before)
        if not case.evidence:
            continue
        if counted := find_counted(case):
            names = tuple(map(_thing, counted.items))
            return Listed(names, kind["kind"] if kind else "", said, turn, counted.passage.doc)
        if outline := find_list(case.retrieval, case.evidence, case.concepts, case.index):
            return Listed(tuple(_plain(item.name) for item in outline.items), "", said, turn, outline.doc)
    return None


def count_in(turn: str) -> str:
    """Return how many things a turn counts, as it writes the number; "" where it counts none.

    >>> count_in("主要抓哪四块"), count_in("主要抓什么")
    ('四', '')
    """
    found = COUNT.search(normalise(turn))
    return found[1] if found else ""


def _plain(name: str) -> str:
    """A name without its number and the quotation marks."""
    marker = parse_marker(name)
    body = (name[marker.end :] if marker and marker.style != "appendix" else name).strip(" 　：:。")
    found = QUOTED.search(body)
    return (found["name"] or found["bare"]) if found else body


def _thing(part: str) -> str:
    """What a part of a clause names, without the words of doing that stand before the first of them."""
    return DOING.sub("", name) if (name := _plain(part)) == part.strip() else name
