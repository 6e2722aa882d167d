"""Words of a question -> the indicators it names, and whether anything in it may narrow them down further."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from facts.indicators import folded
from facts.regions import Place
from index.embedder import Embedder
from index.lexical import frequency, word_spans, words
from retriever.described import common_end, described, near_pairs, with_near
from retriever.rest import ASKED_MONEY, plain_rest, spoken, without_places
from retriever.share_bases import by_whole

MENTION = "\x01"
PREFIX = re.compile(r"^(?:各级各类|各类|全社会|全市|全区|全县|有效|规(?:模以)?上(?!工业|企业))")
SUFFIX = re.compile(r"(?:数量?|总数|量)$")
ENGLISH = re.compile(r"[A-Za-z]")
NARROWING_ENGLISH = re.compile(
    r"national|provincial|municipal|state-level|new(?:ly)?|key|leading|listed|cash|\btax|relief|deduct|exempt|enjoy|subsid|certif|fund",
    re.I,
)
MADE_ANOTHER = re.compile(
    f"{MENTION}(?:的)?(?:苗子|后备|储备|种子|预备|候选|培育(?:库|对象)|入库|项目|团队)"
)  # not yet, or not, what the name says
NEAR_ENOUGH = 0.35  # cosine from which on a name may stand for words of the question
IN_GDP = re.compile(
    r"在(?:全[市区县省国])?的?(?:gdp|地区生产总值|生产总值)(?:里面?|中|当中)?(?:能|要|将|所)?占(?:的|到|了)?", re.I
)  # 在全市GDP里占多大份额
CLEARLY = 0.08  # by how much the nearest indicator must be nearer than the next
LOCAL = re.compile(
    r"小镇|园区|产业园|开发区|高新区|科创区|走廊|实验室|研究院|研究中心|科技城|分园|试验区|示范区|新区|街道|综合体|大学城|新城|基地|湾区|经开区|产业链|集群|[园廊镇]"
)
MONEY = re.compile(r"到手|税率|所得税|少[交缴]|奖|补贴|补助|资助|申报|认定|条件|优惠|减免|平均每[家户]")
NARROWING = re.compile(
    r"国家级?|(?<!全)省级?|市级|区级|县级|百亿|十亿|千亿|亿元|过亿|上亿|规(?:模以)?上|限上|上市|挂牌|重点|领军|农业|工业|制造业|服务业|"
    r"外资|民营|民企|国有|国企|央企|外企|海外|国际|女性|青年|高端|顶尖|基础研究|人均|户均|平均每[家户人]|每[家户]|每[百千万]|有效期|失效|瞪羚|独角兽|孵化"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """An indicator named in a text: its ids (several where a name fits near indicators), and where."""

    ids: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Link:
    """The indicators that a question names.

    Attributes:
        mentions: in the order of the text; none where only the nearest names are known.
        rest: the question's words that are left when names, places, years and words of asking are taken out.
        narrowed: what is left may narrow an indicator down: a level, a size, a part of it.
    """

    mentions: tuple[Mention, ...]
    rest: str
    narrowed: bool

    @property
    def ids(self) -> tuple[str, ...]:
        """All ids named, in order."""
        return tuple(dict.fromkeys(one for mention in self.mentions for one in mention.ids))


def _folded(name: str) -> str:
    return folded(name).replace("的", "")


def _covers(match: re.Match[str], mentions: Sequence[Mention]) -> bool:
    """Tell whether a description holds every name found and says more than the names do."""
    within = all(match.start() <= mention.start and mention.end <= match.end() for mention in mentions)
    return within and match.end() - match.start() > max(mention.end - mention.start for mention in mentions)


class IndicatorNames:
    """All names of indicators, by which questions are linked to them."""

    def __init__(self, names: Mapping[str, Iterable[str]], texts: Iterable[str], embedder: Embedder) -> None:
        """Take the names.

        Args:
            names: id -> the ways it is called, the canonical name first.
            texts: the documents.
            embedder: for words that name none.
        """
        self._corpus = "\n".join(map(spoken, texts))
        self._ids: dict[str, tuple[str, ...]] = {}
        self._called = {one: tuple(map(_folded, called)) for one, called in names.items()}
        for one, other in near_pairs():
            self._name(common_end(one, other), one)
            self._name(common_end(one, other), other)
        shared = frozenset(self._ids)
        for one, called in names.items():
            for name in dict.fromkeys(map(_folded, called)):
                for form in dict.fromkeys((name, SUFFIX.sub("", PREFIX.sub("", name)))):
                    if form not in shared:
                        self._name(form, one)
        ordered = sorted(self._ids, key=lambda name: (-len(name), name))
        self._pattern = re.compile("|".join(map(re.escape, ordered))) if ordered else None
        self._embedder = embedder
        self._order = sorted(self._ids)
        self._matrix: np.ndarray | None = None

    def _name(self, form: str, one: str) -> None:
        if len(form) >= 2 and one not in self._ids.get(form, ()):
            self._ids[form] = (*self._ids.get(form, ()), one)

    def written(self, words: str) -> bool:
        """Tell whether the documents write some words as they stand."""
        return spoken(words) in self._corpus

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Return the indicators that a spoken text names, the longest name at each place; none that only begins a longer word (博士|点)."""
        if self._pattern is None:
            return ()
        longer = [(start, end) for word, start, end in word_spans(text) if frequency(word) and word in self._corpus]
        named = [(self._ids[found.group()], found.start(), found.end()) for found in self._pattern.finditer(text)]
        named = [one for one in named if not any(start <= one[1] and one[2] < end for start, end in longer)]
        return tuple(Mention(*one) for one in by_whole(text, named, self._called) if one[0])

    def link(self, text: str, places: Sequence[Place]) -> Link:
        """Return what a text names and what it says besides; an English one is read in the terms its words stand for."""
        body = IN_GDP.sub("占gdp比重", spoken(text))
        if len(ENGLISH.findall(body)) > len(body) / 2:
            return self._link_english(text)
        found = self.mentions(body)
        told = next(((one, match) for one, pattern in described("spoken") if (match := pattern.search(body))), None)
        if told and (not found or (_covers(told[1], found) and not any(mention.ids == (told[0],) for mention in found))):
            found = (Mention(with_near(told[0]), told[1].start(), told[1].end()),)
        rest = body
        for mention in reversed(found):
            rest = rest[: mention.start] + MENTION + rest[mention.end :]
        said = plain_rest(rest, places)
        own = "".join(name for name, ids in self._ids.items() for mention in found[:1] if set(ids) & set(mention.ids))
        levels = [word for word in NARROWING.findall(ASKED_MONEY.sub("", without_places(rest, places))) if word not in own]
        narrowed = bool(MONEY.search(rest) or MADE_ANOTHER.search(rest)) or (bool(found) and (bool(levels) or self._goes_on(said, found)))
        return Link(found, " ".join(piece for piece in said.replace(MENTION, " ").split() if len(piece) > 1), narrowed)

    def _goes_on(self, said: str, found: Sequence[Mention]) -> bool:
        """Tell whether the words beside a name make another thing of it, one that the documents know."""
        ids = {one for mention in found for one in mention.ids}
        names = [name for name, known in self._ids.items() if ids & set(known)]
        for piece in said.split():
            before, mark, after = piece.partition(MENTION)
            if not mark:
                continue
            ahead = words(before)[-1:] if len(before) > 1 else []
            behind = words(after.strip(MENTION))[:1] if len(after) > 1 else []
            if any(word + name in self._corpus for word in ahead for name in names) or any(
                name + word in self._corpus for word in behind for name in names
            ):
                return True
        return False

    def _link_english(self, text: str) -> Link:
        found = next(((one, match) for one, pattern in described("english") if (match := pattern.search(text.lower()))), None)
        if not found:
            return Link((), "", False)
        one, match = found
        rest = text[: match.start()] + " " + text[match.end() :]
        return Link((Mention(with_near(one), match.start(), match.end()),), "", bool(NARROWING_ENGLISH.search(rest)))

    def nearest(self, text: str) -> tuple[tuple[str, float], ...]:
        """Return ids with the cosine of their nearest name to a text, best first, at most five."""
        if not self._order or not text:
            return ()
        if self._matrix is None:
            self._matrix = self._embedder.embed_passages(self._order)
        scores = self._matrix @ self._embedder.embed_queries([text])[0]
        best: dict[str, float] = {}
        for row in np.argsort(-scores)[:40]:
            for one in self._ids[self._order[row]]:
                best.setdefault(one, float(scores[row]))
        return tuple(sorted(best.items(), key=lambda pair: (-pair[1], pair[0]))[:5])
