"""Words of a question -> the indicators it names, and whether anything in it may narrow them down further."""

import os.path
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from facts.indicators import DROPPED, folded, link, load_indicators
from facts.regions import Place
from facts.terms import LEXICON
from index.embedder import Embedder
from index.lexical import words

BREAK, MENTION = "\x00", "\x01"
PREFIX = re.compile(r"^(?:全社会|全市|全区|全县|有效)")
SUFFIX = re.compile(r"(?:数量?|总数|量)$")
SHORTEST_SHARED = 5
ENGLISH = re.compile(r"[A-Za-z]")
NARROWING_ENGLISH = re.compile(
    r"national|provincial|municipal|state-level|new(?:ly)?|key|leading|listed|cash|\btax|relief|deduct|exempt|enjoy|subsid|certif|fund",
    re.I,
)
MADE_ANOTHER = re.compile(f"{MENTION}(?:的)?(?:苗子|后备|储备|种子|预备|候选|培育(?:库|对象)|入库)")  # not yet what the name says
NEAR_ENOUGH = 0.35  # cosine from which on a name may stand for words of the question
CLEARLY = 0.08  # by how much the nearest indicator must be nearer than the next
DATES = re.compile(r"(?:19|20)?\d{2}\s*年(?:底|末|度)?|(?:19|20)\d{2}|“?十[二三四五]五”?(?:期?末|期间|时期)?")
FIGURES = re.compile(
    r"(?<!\d)\d+(?:[%％]|[万亿]?[元家个件名人项])?(?=到|至|提|涨|增|升)|(?<=[到至])\d+(?:[%％]|[万亿]?[元家个件名人项])?(?![\d年强])"
)
ASKED_MONEY = re.compile(r"(?:多少|几)(?:个)?[百千万]?亿元?")
# How figures are asked for: words that say nothing of what the figure is of.
ASKING = re.compile(
    r"得?[最更]?[猛凶狠]|[高低多少大小](?=多少|几)|几[十百千万亿]+|比?(?:它|他们|前者)(?=[高低多少大小差]|$)|"
    r"目标值?|指标(?:表|值)|主要指标|数值|多少|几(?=[个家项名人件成年倍条支])|[个家项名人件](?=$|[,，。？?、；;])|百分之?|分别|各自|各(?=[是为要有])|[是为要有](?=$)|一共|总共|全(?:市|区|县)|市里|区里|"
    r"规划|方案|文件|五年[里内间]?|期末|年底|达到|打算|准备|计划|想要?|"
    r"几?个(?:百分)?点|有没有|原定数?|原计划|同期|同时期|两[个者家边]|这个|那个|那么?|刚才|前面|上面|实施|同样|实际|实绩|做到|提升?到|涨到|增加到|是?啥|达标|超额|[两三四五]地|[两三四五]?个?区县|[县区]市|各地|相当于|大约|大概|假[如定]|刚好|完成|提到|升到|定到|改到|又|底子|基数|基期|起点|原先|幅度|分量|最终|要到|应该|"
    r"请问|告诉我?|帮我|我们|咱们|他们|地方|城市|地区|谁|哪[个家里些]?|什么|怎么样?|如何|比较|相比|比|较|高出|多出|高多少|[最更][高低多少大小]|从[高大多]到[低小少]|"
    r"净增|增加(?!值)|增幅|涨幅|增速|增长|提高|涨|上升|抬高|年均|平均(?=每年|一年)|每年|一年|倍增|翻[一]?番|几番|倍|合计|加起来|总和|相加|占(?=宁波|全市|[^，。]{0,6}(?:百分|几成))|"
    r"[要再得需该]{1,2}[提抬涨升添增加拉多]{1,2}(?=几|多少)|"
    r"相差|差距|差多少|差|正文|前后|一样|口径|到底|究竟|数字|引用|写材料|要求|定[的了得]|串起来|年份|"
    r"[？?。！!，,、：:；;“”\"（）()《》—~～/的了呢吗啊呀吧伐哦]"
)
LOCAL = re.compile(
    r"小镇|园区|产业园|开发区|高新区|科创区|走廊|实验室|研究院|研究中心|科技城|分园|试验区|示范区|新区|街道|综合体|大学城|新城|基地|湾区|[园廊镇]"
)
MONEY = re.compile(r"税率|所得税|少[交缴]|奖|补贴|补助|资助|申报|认定|条件|优惠|减免|平均每[家户]")
NARROWING = re.compile(
    r"国家级?|(?<!全)省级?|市级|区级|县级|百亿|十亿|千亿|亿元|过亿|上亿|规(?:模以)?上|限上|上市|挂牌|重点|领军|农业|工业|制造业|服务业|"
    r"外资|民营|国有|海外|国际|女性|青年|高端|顶尖|基础研究|人均|户均|平均每[家户人]|每[家户]|每[百千万]|有效期|失效|瞪羚|独角兽|孵化"
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


def spoken(text: str) -> str:
    """Return a text as names are looked up in it: NFKC, lower case, without white space, quotation marks and 的.

    >>> spoken("“高企” ２０２５年的 PCT")
    '高企2025年pct'
    """
    return DROPPED.sub("", unicodedata.normalize("NFKC", text).lower()).replace("的", "")


def _folded(name: str) -> str:
    return folded(name).replace("的", "")


def _covers(match: re.Match[str], mentions: Sequence[Mention]) -> bool:
    """Tell whether a description holds every name found and says more than the names do."""
    within = all(match.start() <= mention.start and mention.end <= match.end() for mention in mentions)
    return within and match.end() - match.start() > max(mention.end - mention.start for mention in mentions)


def _common_end(one: str, other: str) -> str:
    return os.path.commonprefix([one[::-1], other[::-1]])[::-1]


@lru_cache(maxsize=2)
def described(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the patterns by which questions describe indicators, the narrower first (facts/lexicon/english.toml, spoken.toml)."""
    rows = tomllib.loads((LEXICON / f"{language}.toml").read_text(encoding="utf-8"))[language]
    return tuple((row["id"], re.compile("|".join(row["patterns"]), re.I)) for row in rows)


def _near_pairs() -> list[tuple[str, str]]:
    """Pairs of near indicators whose names end alike, so that the common end alone may mean either."""
    pairs = [(one, other) for one, indicator in load_indicators().items() for other, _ in indicator.apart]
    return [(one, other) for one, other in pairs if len(end := _common_end(one, other)) >= SHORTEST_SHARED and not end.startswith("占")]


def with_near(one: str) -> tuple[str, ...]:
    """Return an indicator with those near ones that a description may mean as well: the productivity of all staff or of all employed."""
    return (one, *(other for first, other in _near_pairs() if first == one and not _common_end(one, other).startswith("发明")))


def names_indicator(text: str) -> bool:
    """Tell whether a question names an indicator of the lexicon or describes one.

    >>> names_indicator("老百姓科学素养达标率几成"), names_indicator("红烧肉怎么做")
    (True, False)
    """
    body = spoken(text)
    return bool(link(body)) or any(pattern.search(body) for _, pattern in described("spoken"))


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
        for one, other in _near_pairs():
            self._name(_common_end(one, other), one)
            self._name(_common_end(one, other), other)
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
        """Return the indicators that a spoken text names, the longest name at each place."""
        if self._pattern is None:
            return ()
        return tuple(Mention(self._ids[found.group()], found.start(), found.end()) for found in self._pattern.finditer(text))

    def link(self, text: str, places: Sequence[Place]) -> Link:
        """Return what a text names and what it says besides; an English one is read in the terms its words stand for."""
        body = spoken(text)
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
        levels = [word for word in NARROWING.findall(ASKED_MONEY.sub("", _without_places(rest, places))) if word not in own]
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


def _without_places(text: str, places: Sequence[Place]) -> str:
    """A text with a break for each place, its rank included."""
    for place in sorted(places, key=lambda place: -len(place.stem)):
        text = re.sub(f"{re.escape(place.stem)}(?:自治区|省|市|区|县|旗|镇)?", BREAK, text)
    return text


def plain_rest(text: str, places: Sequence[Place]) -> str:
    """Return what a text says besides places, years, and how figures are asked for.

    >>> plain_rest("2025年财政科技支出占比哪个高多少？", ())
    '财政科技支出占'
    """
    body = FIGURES.sub(BREAK, text)
    body = ASKED_MONEY.sub(BREAK, _without_places(body, places))
    body = ASKING.sub(BREAK, DATES.sub(BREAK, body))
    return " ".join(piece for piece in (part.strip() for part in body.split(BREAK)) if len(piece) > 1)
