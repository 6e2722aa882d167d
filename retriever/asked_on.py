"""A follow-up that asks on of the figure spoken of (比全市高多少, 再算上丙县, 那是现在的几倍) -> the question that names that figure."""

import re
from collections.abc import Sequence

from facts.indicators import link
from facts.regions import Gazetteer, Place
from index.lexical import is_noun, words
from retriever.operations import Operation, operations_in
from retriever.rest import BREAK, plain_rest, spoken, without_places
from retriever.spoken_of import SpokenOf
from retriever.wanted import NUMBER
from retriever.years import years_named

CITY = re.compile(r"(?:全|整个)市|市里(?:面)?")  # the one above the place spoken of
OPENING = re.compile(r"^(?:那么?|而|要是|如果)")
AND_ONE = re.compile(r"^(?:再|还)?(?:算|加|带|连)(?:上|进)?(?=\S)")
BESIDE = re.compile(r"(?:和|跟|与|同)(?P<place>\S+?)(?:相?比|比较|比起来|差)|(?:比|较|[高低]于|超过|不如|赶上)|^是(?=\S{2,5}的(?:几|多少))")
SHARE_OF = re.compile(
    r"^(?P<who>[^，。？?占]{0,14})占(?:到|了)?(?P<of>全市|市里|[^，。？?的]{2,6}?)(?:总数|总量)?的?(?:几成|多少|百分之(?:几|多少)|比例|比重|份额|多大)"
)  # 这两个加起来占全市的几成
ALSO = re.compile(r"也(?:一起|一并|顺便|一块儿?|都|同样)?(?:说|讲|列|给|看|报|要)")  # 余姚的也一起说下
TOGETHER = re.compile(r"加|合|共|总")
STANDS = re.compile(r"算(?:是|不算)?(?:比较)?(?P<how>[高低多少大小快慢])")  # 在全市算高吗
PERIOD = re.compile(r"[三五]年|期间|期内")
OTHER_MATTER = re.compile(r"呢|占|怎么(?!样)|如何|谁(?:来)?(?:负责|牵头|管)|部门|为什么|为何|为啥|哪(?:些|里|年)|什么|啥")
CALCULATED: frozenset[Operation] = frozenset({"difference", "change", "growth", "average_annual", "multiple", "sum", "rank"})
WHICH_ONE = re.compile(r"谁|哪[个家边里]")
LONGEST = 24  # characters of a follow-up that only asks on


def asked_on(text: str, before: SpokenOf, gazetteer: Gazetteer) -> str:
    """Return a follow-up with the indicator, the place and the year spoken of, "" where it names a matter of its own.

    Args:
        text: the follow-up, as `normalise` returns it.
        before: what the turns before it spoke of.
        gazetteer: knows places.
    """
    body = OPENING.sub("", text)
    if not before.matter or len(body) > LONGEST or not _of_figure(before):
        return ""
    if share := SHARE_OF.match(body):
        return _share(share, before, gazetteer)
    if own := [place.stem for place in gazetteer.places(body)] if ALSO.search(body) else []:
        year = next(iter(years_named(body)), before.year)
        return f"{'、'.join(dict.fromkeys([*before.places, *own]))}{f'{year}年' if year else ''}{before.matter}是多少"
    if OTHER_MATTER.search(body):
        return ""
    places = gazetteer.places(body)
    if link(body) or any(len(word) > 1 and is_noun(word) for word in words(plain_rest(body, places))):
        return ""
    own, city = [place.stem for place in places], _city_of(before, gazetteer) if CITY.search(body) else ""
    asked = operations_in(body) & CALCULATED
    if own and (one := AND_ONE.match(body)):
        return _with_more(body[one.end() :], places, before) if asked <= {"sum"} else ""
    if len(before.places) == 1 and (own or city) and (BESIDE.search(body) or STANDS.search(body)):
        return _beside(body, own, before) if asked <= CALCULATED - {"sum"} else ""
    if city and not own:
        return before.of(city) if not asked else ""
    if asked and not asked & {"rank", "sum"} and not own and len(before.places) == 1 and not years_named(body) and plain_rest(body, ()):
        whole = PERIOD.search(body)
        return f"{before.places[0]}{before.matter if whole else before.named('')}{body}"
    return ""


def _share(share: re.Match[str], before: SpokenOf, gazetteer: Gazetteer) -> str:
    """The share that the figure spoken of, or several together, has in that of the city above or of another place."""
    own = gazetteer.places(share["who"])
    rest = TOGETHER.sub("", plain_rest(share["who"], own))
    whole = _city_of(before, gazetteer) if CITY.search(share["of"]) else next((one.stem for one in gazetteer.places(share["of"])), "")
    if not whole or any(len(word) > 1 and is_noun(word) for word in words(rest)):
        return ""
    told = [place.stem for turn in before.recent for place in gazetteer.places(turn)]
    several = bool(TOGETHER.search(share["who"]))
    parts = [one for one in dict.fromkeys(told if several else [place.stem for place in own] or before.places) if one != whole]
    return f"{before.named('、'.join(parts))}{'合计' if several else ''}占{whole}的比例是多少" if parts else ""


def _with_more(rest: str, places: Sequence[Place], before: SpokenOf) -> str:
    """The sum over the places spoken of and those that a follow-up adds."""
    every = dict.fromkeys([*before.places, *(place.stem for place in places)])
    return f"{before.named('、'.join(every))}{without_places(rest, places).replace(BREAK, '').lstrip('，,、 ') or '一共多少'}"


def _beside(body: str, own: Sequence[str], before: SpokenOf) -> str:
    """The figure of the place spoken of beside that of another, or of the city above it."""
    if set(own) & set(before.places) or WHICH_ONE.search(body):
        return ""
    if stands := STANDS.search(body):
        return f"{before.named(before.places[0])}，比{own[0] if own else '全市'}{stands['how']}多少"
    return f"{before.named(before.places[0])}{body}{'' if operations_in(body) & CALCULATED else '差多少'}"


def _of_figure(before: SpokenOf) -> bool:
    """Tell whether the turns spoke of one indicator, by words that stand together, or asked after a figure."""
    if spoken(before.matter) not in spoken(before.opening):
        return False
    return len(link(before.matter)) == 1 or (not link(before.matter) and any(map(NUMBER.search, before.recent)))


def _city_of(before: SpokenOf, gazetteer: Gazetteer) -> str:
    """The stem of the one city of the corpus that the places spoken of belong to, "" where there is none."""
    above = {gazetteer.parent(stem) for stem in before.places}
    return next(iter(above)) if len(above) == 1 and gazetteer.region(next(iter(above))) else ""
