"""Words of a question -> the indicators it names, and whether anything in it may narrow them down further."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from facts.regions import Place
from index.embedder import Embedder
from index.lexical import words
from retriever.question import FILLER
from retriever.slots import PATTERNS

BREAK = "\x00"
NEAR_ENOUGH = 0.62  # cosine from which on a name may stand for words of the question
CLEARLY = 0.05  # by how much the nearest indicator must be nearer than the next
UNIT_IN_NAME = re.compile(r"[（(][^（()）]{1,10}[)）]\s*$")
DATES = re.compile(r"(?:19|20)?\d{2}\s*年(?:底|末|度)?|(?:19|20)\d{2}|“?十[二三四五]五”?(?:期?末|期间|时期)?")
# Words of people and of plans that narrow nothing down: how figures are asked for, and where they are looked up.
NEUTRAL = re.compile(
    r"目标值?|指标(?:表|值)?|数值?|数量|总数|总量|规模|水平|情况|多少|几[个家项名人件成多]?|[个家项名人件亿万元成%％]|百分[之点]|比例|比重|占比|"
    r"分别|各自?|一共|总共|全(?:市|区|县|省)|市里|区里|县里|规划|计划|方案|文件|五年|期末|年底|年末|达到|达|要|想|打算|准备|定[了的得在]?|"
    r"是|为|有|的|得|到|和|与|跟|、|，|,|。|？|\?|！|：|:|；|“|”|\"|（|）|\(|\)|《|》|—|-|~|/|按|照|据|里|中|上|下|那|这|个|请问|问下?|呢|吗|啊|呀|"
    r"两?者|地方|城市|地区|谁|哪|比|较|高|低|多|少|大|小|差|更|最|从|至|起|来|去|去年|今年|现在|目前|平均|每年|大约|大概|左右|约|将|能|会|可以?|"
    r"主要|核心|表|格|正文|前后|份|写|说|提|出|看|查|告诉|我|咱|我们|你|你们|他们|帮|下|一下|到底|究竟|数字|口径|一样|引用|材料|设|做|搞|弄|建",
)
LOCAL = re.compile(r"小镇|园区|产业园|开发区|高新区|科创区|走廊|实验室|研究院|研究中心|科技城|分园|试验区|示范区|新区|街道|综合体|大学城|新城|基地|湾区")
NARROWING = re.compile(
    r"国家级?|省级?|市级|区级|县级|百亿|十亿|千亿|亿元|过亿|上亿|规(?:模以)?上|限上|上市|挂牌|重点|领军|新增|新建|新认定|新引进|累计|农业|工业|制造业|服务业|"
    r"外资|民营|国有|海外|国际|女性|青年|高端|顶尖|基础研究|人均|户均|平均每[家户人]|每[家户]|有效期|失效|瞪羚|独角兽|孵化"
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


def squeezed(text: str) -> str:
    """Return a text as names are looked up in it: NFKC, lower case, without white space and brackets around units.

    >>> squeezed("全社会 R&D 经费支出占 GDP 比重（%）")
    '全社会r&d经费支出占gdp比重'
    """
    body = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).lower()
    return UNIT_IN_NAME.sub("", body)


class IndicatorNames:
    """All names of indicators, by which questions are linked to them."""

    def __init__(self, names: Mapping[str, Iterable[str]], embedder: Embedder) -> None:
        """Args: names: id -> the ways it is called, the canonical name first."""
        self._ids: dict[str, tuple[str, ...]] = {}
        for one, called in names.items():
            for name in dict.fromkeys(squeezed(name) for name in called):
                if len(name) >= 2:
                    self._ids[name] = (*self._ids.get(name, ()), one)
        ordered = sorted(self._ids, key=lambda name: (-len(name), name))
        self._pattern = re.compile("|".join(map(re.escape, ordered))) if ordered else None
        self._embedder = embedder
        self._order = sorted(self._ids)
        self._matrix: np.ndarray | None = None

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Return the indicators named in a text of no white space, the longest name at each place."""
        if self._pattern is None:
            return ()
        lowered = text.lower()
        return tuple(Mention(self._ids[found.group()], found.start(), found.end()) for found in self._pattern.finditer(lowered))

    def link(self, text: str, places: Sequence[Place]) -> Link:
        """Return what a text names and what it says besides."""
        body = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
        found = self.mentions(body)
        rest = body
        for mention in reversed(found):
            rest = rest[: mention.start] + BREAK + rest[mention.end :]
        return Link(found, plain_rest(rest, places), bool(NARROWING.search(rest)))

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


def plain_rest(text: str, places: Sequence[Place]) -> str:
    """Return the words of a text that are no place, year, operation or word of asking."""
    body = text
    for place in sorted(places, key=lambda place: -len(place.stem)):
        body = re.sub(f"{re.escape(place.stem)}(?:市|区|县|镇)?", BREAK, body)
    body = DATES.sub(BREAK, body)
    for pattern in PATTERNS.values():
        body = pattern.sub(BREAK, body)
    body = NEUTRAL.sub(BREAK, body)
    return " ".join(word for piece in body.split(BREAK) for word in words(piece) if word not in FILLER and len(word) > 1)
