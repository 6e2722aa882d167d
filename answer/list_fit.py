"""A question for a list and a heading, box or table -> how well that holds the list asked for."""

import os.path
import re
from collections.abc import Sequence

from answer.readable import readable
from facts.asking import load_asking
from index.markers import parse_marker
from index.numerals import numeral
from index.outlines import Outline
from retriever.concepts import Concept, coverage

ASKED = re.compile(
    r"哪些|哪几[^年]|几个[\u4e00-\u9fff]{1,4}几个|有几|是哪[一二两三四五六七八九十\d]|分别(?:是|为|叫|指)|列(?:出|举|全|一下)|包括什么|都有(?:什么|谁|啥)|哪[二两三四五六七八九十]|(?:多少|几)个[^，。,？?]{0,8}[，,]?(?:都|各|分别|每(?:一)?[\u4e00-\u9fff]{1,2})?叫(?:什么|啥)|(?:分|设|列|含|包括)[了成为有]?几(?:个|项|条|类)|几(?:个|项|条|类)[^，。？?]{0,8}[，,]?(?:名字|名称)|[二两三四五六七八九十\d](?:个|大|项|条|类)[^，。？?]{2,8}(?:叫|是|有|指)(?:什么|啥)|(?:分|设|列)(?:成|为|了)?哪几"
    r"|(?:问题|短板|不足|弱项|挑战|机遇|形势|原则|任务|举措|优势|亮点)[^，。？?]{0,3}(?:是|有|为)?(?:什么|啥)|(?:什么|啥)(?:样的)?(?:问题|短板|不足|弱项|挑战|机遇|原则|任务|优势|亮点)"
)
COUNT = re.compile(r"([一二两三四五六七八九十]{1,3}|\d{1,2})\s*(?:大|个|项|条|类|种|方面|家|块|支|座|处|件)")
QUOTED_KIND = re.compile(r"(?:[哪那][几一二三四五六七八九十\d]+|[几这那])(?:个|大|项|条)?[“\"](?P<kind>[^”\"]{1,6})[”\"]")
COMPOUND = re.compile(r"(?:[一二两三四五六七八九十][核轴带廊园区城片翼圈极港湾点链群基地环心](?:[、，]?)){2,}")
COMPOUND_PART = re.compile(r"[一二两三四五六七八九十](?=[核轴带廊园区城片翼圈极港湾点链群基地环心])")
CHAPTERS = 0.2  # less than for a list of its own
THAT_MANY = re.compile(r"哪(?:[二三四五六七八九十两]|[2-9])")
CLAUSE = re.compile(r"[，。；,;]")
OTHER_KIND, SIZES = 0.35, "大小新"
FEWEST = 3  # things that a clause names by itself
SAME_COUNT, SAME_KIND, KIND_ONLY = 0.25, 0.35, 0.1
SHORTEST_TITLE, TITLE_NAMED = 4, 0.3  # a question that writes a whole title of this length, and its weight
CAPTION = re.compile(r"^(?:(?:图表?|表格?|专栏|附表)\s*\d*\s*[:：.．]?\s*)?(?:“[^”]{2,4}五”(?:期间|时期)?)?\s*")  # 图表 8：“十四五”
COUNTED = re.compile(
    r"(?:[几三四五六七八九两]?件)?事|几(?:大?[片块类个样项条]|处)|[一二三四五六七八九十][大个项条类种块件]"
)  # that many of them
NAMED_KIND = re.compile(r"哪(?:[一二三四五六七八九十两\d]+|几)(?:个|大|项|条|类|种|座|家|件)(?P<kind>[\u4e00-\u9fff]{1,6})")
COUNTED_KIND = re.compile(
    r"(?:[一二三四五六七八九十两\d]+)(?:个|大|项|条|类|种|座|家|件)(?P<kind>[\u4e00-\u9fff]{3,8}?)(?=分别|各|都|叫|指|是哪|有哪)"
)  # 十条重点产业链分别是什么
OF_TITLE = re.compile(r"\d+|十[一二三四五六]五|行动|方案|规划|计划")
CHAPTERED = "主要任务 重点任务 部署 内容 方面 章 部分"  # what the chapters of a plan are asked for as
WEAK = "问题 短板 不足 弱项 挑战 薄弱环节"  # a list under one of these is asked for by any
IMPLIED = {"坚持": "基本原则"}  # what plans call a list whose items all begin so
GREAT_KIND = re.compile(
    r"(?P<count>[二两三四五六七八九十])大(?P<kind>[\u4e00-\u9fff]{2,8}?)(?=分别|各|都|叫|指|是|有|[？?，,]|$)"
)  # 四大行动是
ANY_KIND = re.compile(
    r"(?:呀|呢|啊|嘛|来着|方面|方向|领域|地方|部分|内容|问题|任务|事|什么|都|是|有|要|里|在)"
)  # nouns and words that say no kind


def list_fit(outline: Outline, text: str, concepts: Sequence[Concept], title: str) -> float:
    """Return how well a heading, box or table holds the list that a question asks for, about 1 for one that holds all of it.

    Args:
        outline: what it holds.
        text: the question.
        concepts: what it asks about.
        title: that of the document, whose words only say which document is meant (十四五, 315, 行动).
    """
    concepts = [concept for concept in concepts if not (concept.key in title and OF_TITLE.fullmatch(concept.key))]
    own = _counts(plain_name(outline.title))
    if own and len(outline.items) not in own:
        return 0.0  # what was read below a title is not what it counts
    if (compound := COMPOUND.search(text)) and sum(map(numeral, COMPOUND_PART.findall(compound.group()))) != len(outline.items):
        return 0.0  # 一核三园 are four
    if (great := GREAT_KIND.search(text)) and not counts_as(great["kind"], numeral(great["count"]), outline):
        return 0.0  # 四大行动 are not the parts of one
    kind_asked = QUOTED_KIND.search(text)
    if kind_asked and kind_asked["kind"] not in outline.title and not _mostly(kind_asked["kind"], outline):
        return 0.0
    other = (named := NAMED_KIND.search(text)) and not ANY_KIND.search(named["kind"]) and not _is_of(named["kind"], outline)
    other = other or ((many := COUNTED_KIND.search(text)) and not _is_of(many["kind"][-1], outline))
    kind = common_ending([item.name for item in outline.items])
    share = _share(concepts, text, f"{outline.title} {_implied(outline)}\n{kind}")
    counts = _counts(text)
    if counts and len(outline.items) not in counts and THAT_MANY.search(text):
        return 0.0
    bonus = SAME_COUNT * (len(outline.items) in counts and not other) - 0.15 * bool(counts and len(outline.items) not in counts)
    if kind_asked:
        bonus += SAME_KIND
    if kind and kind in text:
        bonus += SAME_KIND if len(outline.items) in counts else KIND_ONLY
    if len(name := CAPTION.sub("", re.sub(r"\s+", "", plain_name(outline.title)))) >= SHORTEST_TITLE and name in text:
        bonus += TITLE_NAMED
    return share + bonus - OTHER_KIND * bool(other) - CHAPTERS * (outline.kind == "document")


def only_asks(word: str) -> bool:
    """Tell whether a word of a question for a list only asks: 列全, 哪几, 三条.

    >>> only_asks("列全"), only_asks("三条"), only_asks("平台")
    (True, True, False)
    """
    return word in load_asking().listing or bool(COUNTED.fullmatch(word))


def _share(concepts: Sequence[Concept], text: str, title: str) -> float:
    """The share of what is asked about that a title holds: of all of it, or of what the clause that asks names."""
    matter = [concept for concept in concepts if not only_asks(concept.key)]
    clause = next((part for part in CLAUSE.split(text) if ASKED.search(part)), "")
    asked = [concept for concept in matter if concept.key in clause.lower()]
    return max(_of(matter, title), _of(asked, title) if len(asked) >= FEWEST else 0.0)


def _of(concepts: Sequence[Concept], title: str) -> float:
    total = sum(concept.weight for concept in concepts)
    return coverage(concepts, *readable(title)) / total if total else 0.0


def _is_of(kind: str, outline: Outline) -> bool:
    """Tell whether a kind that is named (哪四个港) may be that of a list: some of its characters stand in the title or in most items."""
    title = f"{outline.title}{_implied(outline)}"
    return any(one in title or _mostly(one, outline) for one in kind if one not in SIZES)


def counts_as(kind: str, count: int, outline: Outline) -> bool:
    """Tell whether a list is of as many things of a kind: most items are called so, or its title is the kind or counts it."""
    title = plain_name(outline.title)
    counted = any(kind in title[match.end() :] and numeral(match[1]) == count for match in COUNT.finditer(title))
    return counted or (count == len(outline.items) and (title.startswith(kind) or _mostly(kind, outline)))


def _mostly(words: str, outline: Outline) -> bool:
    """Tell whether most items of a list are called so."""
    return 2 * sum(words in item.name for item in outline.items) > len(outline.items)


def _counts(text: str) -> list[int]:
    return [numeral(found) for found in COUNT.findall(text)]


def common_ending(names: Sequence[str]) -> str:
    """Return what all names end with ("工程"), or "".

    >>> common_ending(["数字工程", "人才工程"])
    '工程'
    """
    reverse = os.path.commonprefix([name.rstrip("。 ")[::-1] for name in names])
    ending = reverse[::-1].lstrip('”’"）)、 ')
    return ending if len(ending) >= 2 else ""


def _implied(outline: Outline) -> str:
    """What a list is also asked for as: the other words for what is lacking, or the heading that its items' beginning tells; or ""."""
    if outline.kind == "document":
        return CHAPTERED
    if any(word in outline.title for word in WEAK.split()):
        return WEAK
    return next((title for opening, title in IMPLIED.items() if all(item.name.startswith(opening) for item in outline.items)), "")


def plain_name(name: str) -> str:
    """Return a name without the marker that counts it and the marks around it."""
    marker = parse_marker(name)
    body = name[marker.end :] if marker and marker.style != "appendix" else name
    return body.strip(" 　。：:")
