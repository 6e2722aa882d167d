"""Turns of a chat -> the questions that one holds, and those before it that speak of the same thing."""

import re
from collections.abc import Sequence

from facts.regions import Gazetteer
from index.lexical import is_noun, words
from retriever.rest import plain_rest, spoken
from retriever.wording import normalise

ENDS = re.compile(r"[?？;；]")
ANOTHER = re.compile(
    r"[，,](?=[^，,。？?；;]{2,16}又[^，,。？?；;]{0,12}(?:怎么|如何|什么|啥|哪|谁)[^，,]*$)"
)  # …哪个镇作核心，乙市自己又要建哪些园
ASKS = re.compile(
    r"多少|几|哪|什么|啥|谁|怎么|怎样|如何|吗|是否|是不是|能不能|有没有|何|呢|"
    r"(?<![都也总但可高低多少大小快慢])还是(?=[\u4e00-\u9fff])(?![要得会能没不在有是])|"
    r"what|which|how|who|when|where|does|is there",
    re.I,
)
BARE = re.compile(r"(?:那|那么)?(?:(?!多少|几|哪|什么|谁|怎么|如何)[\u4e00-\u9fff]){2,8}呢")  # names a thing and asks nothing of it yet
EACH = re.compile(r"每(?:一)?[\u4e00-\u9fff]{1,2}(?:都|各|又)?(?:叫|是|有|做|为|指|分别)")  # 分几个片？每片叫什么
WHEN = re.compile(
    r"(?:分别|各自?)?(?:又|都)?(?:是|在)?(?:哪一?年|几月份?|什么时候|何时|啥时候|的|出|发|印发|发布)+$"
)  # of what was asked before
POINTING = re.compile(
    r"[，,](?=(?:那么?)?(?:到|在)?(?:(?:19|20)\d{2}年[底末]?)?(?:这|那|该)(?:家|个|所|座|条|处)(?!数|比例|目标|指标|时候|政策)[\u4e00-\u9fff]{2})"
)  # …哪个镇作核心，这个镇产值多少
WHICH_ONE = re.compile(r"哪(?:一)?(?:家|个|所|座|条|处)")
SHORTEST_PART, MOST_PARTS = 4, 3


def recent_turns(earlier: Sequence[str], gazetteer: Gazetteer) -> Sequence[str]:
    """Return the last earlier turns that speak of one thing: the one that names it, and those that change only place or year.

    Args:
        earlier: earlier user turns, oldest first, as `normalise` returns them.
        gazetteer: knows places.
    """
    opens = (at for at in range(len(earlier) - 1, -1, -1) if _names(plain_rest(earlier[at], gazetteer.places(earlier[at]))))
    return earlier[next(opens, len(earlier) - 1) :] if earlier else ()


def _names(rest: str) -> bool:
    """Tell whether words name anything: 没定 and 具体 do not."""
    return any(is_noun(word) for word in words(rest))


def split_questions(typed: str) -> tuple[str, ...]:
    """Return the questions that one turn holds; what asks on without a matter of its own goes with the one before.

    >>> split_questions("那PCT呢？要增加多少件？")
    ('那PCT呢，要增加多少件',)
    >>> split_questions("余姚高企目标多少？慈溪又是多少？")
    ('余姚高企目标多少', '慈溪又是多少')
    """
    whole = [part.strip() for part in ENDS.split(normalise(typed)) if part.strip()]
    parts = [part for one in whole for part in _apart(one)]
    asking = [part for part in parts if ASKS.search(part) and len(part) >= SHORTEST_PART]
    if len(asking) < 2 or len(asking) > MOST_PARTS:
        return (typed,)
    joined: list[str] = []
    carried = ""
    for part, after in zip(parts, [*parts[1:], ""], strict=True):
        if BARE.fullmatch(part) and after in asking and not BARE.fullmatch(after):
            carried += part + "，"  # 东湖那条呢？到2025年多长？
        elif part in asking and not (joined and (EACH.match(part) or WHEN.fullmatch(part) or not plain_rest(spoken(part), ()))):
            joined.append(carried + part)
            carried = ""
        elif joined:
            joined[-1] += "，" + part
        else:
            carried += part + "，"
    return tuple(joined)


def _apart(part: str) -> list[str]:
    """Part a question at the comma after which it asks something else: of another (…，乙市又怎么打算), or of what its first part finds."""
    found = ANOTHER.search(part) or (POINTING.search(part) if WHICH_ONE.search(part) else None)
    if found is None or not ASKS.search(part[: found.start()]) or len(part) - found.end() < SHORTEST_PART:
        return [part]
    return [part[: found.start()], part[found.end() :]]
