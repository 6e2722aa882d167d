"""A later question of a turn that only points back (这家机构, 它, 又要…) -> the question with what it points to."""

import re
from collections.abc import Callable, Sequence

from answer.replied import Reply
from facts.indicators import link
from facts.likeness import pairs
from facts.scope import entity_of
from facts.terms import load_synonyms
from retriever.turns import ASKS

NOUN = r"机构|单位|企业|公司|研究院|研究所|研究中心|实验室|平台|综合体|中心|园区?|高新区|开发区|小镇|走廊|院|所|大学|学院|基地|项目"
POINTS = re.compile(rf"(?:这|那|该)(?:家|个|所|座|条|处|项|里)?(?:{NOUN})|(?<![其])它(?!们)|(?:这|那)家(?=[要到还又在能会靠有，])")
WHICH = re.compile(r"哪(?:一)?(?:家|个|所|座)|谁|什么(?:单位|机构|公司|企业)|靠(?:的是)?哪")
KIND_ASKED = re.compile(rf"哪(?:一)?(?:家|个|所|座|条)(?P<kind>{NOUN})")
SENTENCE = re.compile(r"[。；;\n]")
KIND = re.compile(rf"(?:{NOUN})(?=(?:是|都|又)?(?:由|靠|归|的?依托|谁))")
GOES_ON = re.compile(r"又|还(?:要|想|打算|准备|得|计划|有)|自己|后来")
INSIDE = re.compile(
    r"^(?:那|那么|而)?(?P<kind>园|镇|院|所|城|港|区|馆|校|公司|集团|小镇|园区)(?:区)?(?:里|内|中|上)(?:面)?(?!外|海)"
)  # 园里…: in the one named
BARE_KIND = re.compile(
    r"^(?:那|那么|而)?(?:整个|全)?(?P<kind>走廊|园区|高新区|开发区|研究院|研究所|实验室|创新中心|小镇|综合体|科技城|科创区)(?=到?(?:20|“?十|的|要|目标|有|面积|规模|整体))"
)  # 走廊2025年…: the one named in full
PLACE_FIRST = re.compile(r"^[^：，。？?]{2,12}：")  # the place of the question before, put before one that names none
OPENS = re.compile(r"[^，,。？?：]{3,16}(?=[，,])")  # the first clause of a turn
ASIDE = re.compile(r"跟|和|与|同|对|在|向|把|给|想|打算|怎么|如何|准备")  # words before a name that are no part of it
BARE_ASK = re.compile(
    r"^(?:(?:到|在|截至)?(?:(?:(?:19|20)?\d{2})年[底末]?|十[二三四五]五末?))?(?:人员?|队伍|面积|规模|产值|投资)?(?:要|想|打算|计划|能|会|将|得|还|又|规划|主攻|主打|重点)"
)
PARTS = re.compile(rf"{ASIDE.pattern}|[是的在，,：]")
TOO = re.compile(r"还|又|另外|同时")
FIRM_ASKED = re.compile(r"哪(?:一)?(?:家|个)(?:企业|公司|龙头|集团|上市)")
FIRM = ("集团", "公司")
THING = re.compile(r"(?:示范区|先行区|试验区|集聚区|行动|工程|专项|基金|创新券|市场|联盟|大会|峰会|园区|走廊)$")  # what a turn may be about
SHORTEST = 4  # characters of a name


def pointed(part: str, earlier: str, reply: Reply, named: Callable[[str], Sequence[str]]) -> str:
    """Return a question with the body it points back to put in, or as it is.

    Args:
        part: the question.
        earlier: the one before it in the same turn.
        reply: what answered that one.
        named: text -> the bodies it names, in order, as documents write them.

    A question that asks which body it is points to the one that the answer names first; any other to the one it names.
    """
    if named(part):
        return part
    asked = tuple(named(earlier)) or _entities(earlier)
    bare = PLACE_FIRST.sub("", part)  # where the body is tells which place is meant
    if found := POINTS.search(bare):
        told = _told(earlier, reply.draft.text, asked, named) if WHICH.search(earlier) else []
        meant = next(iter(told or asked), "")
        return f"{bare[: found.start()]}{meant}{bare[found.end() :]}" if len(meant) >= SHORTEST else part
    kind = BARE_KIND.match(bare)
    if kind and (full := _ending(earlier, kind["kind"])):
        return f"{full}{bare[kind.end() :]}"
    inside = INSIDE.match(bare)
    if inside and len(asked) == 1 and asked[0].endswith(inside["kind"]):
        return f"{asked[0]}{bare[inside.end() :]}"
    if len(asked) == 1 and len(asked[0]) >= SHORTEST and GOES_ON.search(part) and PLACE_FIRST.match(part):
        return f"{asked[0]}，{part}"
    if (
        len(asked) == 1
        and BARE_ASK.match(bare)
        and (named(earlier) or (_opens(earlier, asked[0]) and (TOO.match(bare) or not names_matter(bare))))
    ):
        return f"{asked[0]}，{part}"
    topic = topic_of(earlier)
    if topic and not entity_of(topic) and names_matter(bare):
        return part
    return f"{topic}，{part}" if topic and all(ASKS.search(name) for name in _entities(bare)) else part


def _opens(question: str, name: str) -> bool:
    """Tell whether a question opens with a name, and that is no part of what it asks (建了几个园)."""
    return PLACE_FIRST.sub("", question).startswith(name) and not ASKS.search(name)


def names_matter(part: str) -> bool:
    """Tell whether a question names an indicator or a term of the field of its own."""
    return bool(link(part) or load_synonyms().keys_in(part))


def topic_of(question: str) -> str:
    """Return the body that a turn names in its first clause before it asks anything, "" where it does not.

    >>> topic_of("城西走廊，市里的规划以哪个小镇作核心"), topic_of("城西走廊以哪个小镇作核心，有多长")
    ('城西走廊', '')
    """
    opening = OPENS.match(PLACE_FIRST.sub("", question))
    return opening[0] if opening and not ASKS.search(opening[0]) and (entity_of(opening[0]) or THING.search(opening[0])) else ""


def _told(earlier: str, answer: str, asked: Sequence[str], named: Callable[[str], Sequence[str]]) -> list[str]:
    """The bodies that an answer names and the question did not; firms only where a firm was asked for."""
    if FIRM_ASKED.search(earlier):
        firms = (name for piece in re.split(r"[，。；：、\s]", answer) if (name := entity_of(piece)).endswith(FIRM))
        return list(firms)
    kinds = tuple(KIND.findall(earlier))  # a 综合体 is asked who runs it: not the 综合体 itself
    sentences = sorted(SENTENCE.split(answer), key=lambda one: -len(pairs(one) & pairs(earlier)))  # what answers stands in the nearest one
    names = dict.fromkeys(name for sentence in sentences for name in named(sentence))
    found = [name for name in names if name not in asked and not (kinds and name.endswith(kinds))]
    kind = KIND_ASKED.search(earlier)
    return [name for name in found if kind and name.endswith(kind["kind"])] or found


def _ending(text: str, kind: str) -> str:
    """The one name in a text that ends with the word for a kind of body; "" where there is none, or more than one.

    >>> _ending("东港是城西科创走廊的什么定位", "走廊"), _ending("有几条走廊", "走廊")
    ('城西科创走廊', '')
    """
    found = (re.search(rf"^(?!.*(?:哪|几|各|多少|这|那|什么)).{{2,12}}?{kind}", piece) for piece in PARTS.split(text))
    names = dict.fromkeys(match.group() for match in found if match)
    return next(iter(names)) if len(names) == 1 else ""


def _entities(text: str) -> tuple[str, ...]:
    """The first body that a text names, by the kind of its name."""
    found = next(filter(None, (entity_of(piece) for piece in ASIDE.split(text))), "")
    return (found,) if found else ()
