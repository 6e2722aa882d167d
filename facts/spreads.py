"""Lists of names, places or years that share a verb (甲和乙分别达到X和Y; 甲、乙达到X、Y) -> the name of each figure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from facts.jurisdictions import NAME, places_in
from facts.named import Named, clean_name
from facts.paired import are_as_many, is_paired, run_of
from facts.quantities import Quantity
from facts.shared_ends import with_shared_end

SPREAD = re.compile(
    r"(?:分别|依次|各)(?:从|由|(?:19|20)\d{2}\s*年的?|\s|为|是|达到?|突破|超过|增长|提高|接近|不低于|到|至|有望|力争|约|控制在|增加|提升)*$"
)
JOINED = re.compile(r"\s*(?:、|和|与|及|以及|，)\s*")
SPLIT = re.compile(r"、|和|与|及|以及")
RISE = re.compile(r"(?:提高|提升|增加|增长|上升|扩大|跃升|升|下降|降低|降|减少|缩短|压缩|压减|缩减|延长|拓展|攀升|跃居|增)\s*(?:到|至|为)")
YEARS = re.compile(r"^(?:到|至)?(?P<years>(?:19|20)\d{2}年?(?:(?:、|和|与|及)(?:19|20)\d{2}年?)+)")
MEASURE = re.compile(r"(?:产业)?(?:规模|产值|营业收入|营收|增加值|产能|产量|面积|数量?)$")  # of each of the names before it
COUNTED = re.compile(r"等?[二两三四五六七八九十\d]+(?:大|个|类)[\u4e00-\u9fff]*$")


def spread_names(text: str, start: int, quantities: Sequence[Quantity], region: str) -> dict[int, Named | None]:
    """Return the names of the figures of such lists, by their place among the quantities; None where it is not plain which is of which.

    Args:
        text: the document's text.
        start: first code point of the sentence.
        quantities: those of the sentence, in order.
        region: the document's own region, which is no part of itself.
    """
    found: dict[int, Named | None] = {}
    held: tuple[str, ...] = ()
    for place, quantity in enumerate(quantities):
        said = bool(SPREAD.search(text[start : quantity.start]))
        if place in found or not (said or is_paired(text, start, quantities, place)):
            continue
        run = [place] if said else run_of(text, quantities, place)
        while said and run[-1] + 1 < len(quantities) and JOINED.fullmatch(_between(text, quantities[run[-1]], quantities[run[-1] + 1])):
            run.append(run[-1] + 1)
        low = quantities[place - 1].end if place else start
        head = text[low : quantity.start]
        stop = SPREAD.search(head)
        head = head[: stop.start()] if stop else head
        clause = re.split(r"[。；;：:]", head)[-1]
        if over := _over(clause, len(run), held, region):
            named, members, held = over
            at = max(text.find(named.name[:4], low, quantity.start), low)
            for index, member in zip(run, members, strict=True):
                spot = replace(named, start=at, end=min(at + len(named.name), quantity.start))
                found[index] = replace(spot, year=int(member)) if member.isdigit() else replace(spot, place=member)
            continue
        found.update({} if said else dict.fromkeys(run))
        if not said and not are_as_many(clause, len(run)):
            continue
        found.update(_listed(text, low, head, clause, quantity.start, run))
        _repeat(text, quantities, run, found)
    return found


def _listed(text: str, low: int, head: str, clause: str, stop: int, run: Sequence[int]) -> dict[int, Named]:
    """The names of a list of as many as there are figures."""
    parts = with_shared_end(_parts(clause, len(run)))
    found: dict[int, Named] = {}
    for index, part in zip(run, parts, strict=len(parts) == len(run)) if len(parts) == len(run) else ():
        at = max(text.find(part[:4].strip(), low, stop), low)
        if named := clean_name(part, 0, len(part), head):
            found[index] = Named(named.name, at, min(at + len(part), stop), head, named.subject)
    return found


def _parts(clause: str, count: int) -> list[str]:
    """As many names as there are figures: those of the last part of a clause, of all of it, or of the part before a bare measure.

    >>> _parts("做强汽配、泵阀、缝制设备三大产业集群，到2030年规模", 3)
    ['做强汽配规模', '泵阀规模', '缝制设备规模']
    """
    by_comma = [part for part in clause.rpartition("，")[2].split("、") if part.strip()]
    if len(by_comma) == count > 1:
        return by_comma  # 甲产业、乙和丙业: two of them, where there are two figures
    segments = [[part for part in SPLIT.split(segment) if part.strip()] for segment in clause.split("，") if segment.strip()]
    last = segments[-1] if segments else []
    if len(last) >= count:
        return last[-count:]
    before = segments[-2] if len(segments) > 1 else []
    if len(last) == 1 and len(before) == count > 1 and (measure := MEASURE.search(last[0])):
        return [COUNTED.sub("", part) + measure.group() for part in before]
    every = [part for segment in segments for part in segment]
    return every if len(every) == count else []


def _over(clause: str, count: int, held: tuple[str, ...], region: str) -> tuple[Named, tuple[str, ...], tuple[str, ...]] | None:
    """One name over as many places or years as there are figures: the name, those, and the places, which hold for the next list."""
    lead, _, body = clause.strip("， ").rpartition("，")
    members: tuple[str, ...]
    if years := YEARS.match(body) or YEARS.match(lead):
        members = tuple(re.findall(r"\d{4}", years["years"]))
        body = body[years.end() :] if YEARS.match(body) else body
        named = clean_name(body, 0, len(body), body)
        return (named, members, held) if named and len(members) == count and not SPLIT.search(named.name) else None
    places = places_in(body, region) or places_in(lead, region) or held
    name = re.sub(rf"^.*?{NAME}(?:(?:、|和|与|及){NAME})*", "", body) if places_in(body, region) else body
    named = clean_name(name, 0, len(name), body)
    if not named or len(places) != count or count < 2 or SPLIT.search(named.name):
        return None
    return named, places, places


def _repeat(text: str, quantities: Sequence[Quantity], run: Sequence[int], found: dict[int, Named | None]) -> None:
    """Give a run of later figures the names of the earlier ones: 甲、乙分别从A、B增长至C和D."""
    later = [run[-1] + 1 + step for step in range(len(run))]
    if later[-1] >= len(quantities) or not RISE.search(text[quantities[run[-1]].end : quantities[later[0]].start]):
        return
    for early, late in zip(run, later, strict=True):
        if first := found.get(early):
            found[late] = replace(first, since=quantities[run[0]].start)
            found[early] = replace(first, earlier=True)


def _between(text: str, one: Quantity, other: Quantity) -> str:
    gap = text[one.end : other.start]
    return re.sub(r"以上|左右|超过|突破|不低于|第|约|近", "", gap)
