"""A figure with what its sentence says comes of it (…的基础上增长1.2倍, 每年…) -> the figure that this makes."""

import re
from collections.abc import Sequence

from answer.formula import grown_by, over_years
from answer.numbers_shares import number
from answer.quantity import decimal
from answer.series import is_level
from answer.telling import Teller, short_name
from facts.fact import Fact
from facts.likeness import overlap
from retriever.rest import spoken
from retriever.slots import Slots

GROWS = re.compile(
    r"\s*的?\s*基础上[，,]?(?:再|约|力争)*(?:增长|提高|增加|扩大|提升)\s*(?P<by>\d+(?:\.\d+)?|[一二两三四五六七八九十]+)\s*(?P<unit>倍|[%％])"
)
EVERY_YEAR = re.compile(
    r"(?P<first>20\d{2})\s*年?\s*[-—–~～至到]+\s*(?P<last>20\d{2})\s*年[，,]?\s*[^，。；\d]{0,8}?每年(?:安排|给予|投入|支持|拨付|补助)*(?P<what>[^，。；\d]{2,24}?)$"
)
IN_ALL = re.compile(r"一共|总共|合计|共计|累计|加起来|(?<!公)共(?:是|有|给|要)?(?:多少|几)")
LOOK_BACK = 60  # characters before a figure
NEARLY, ALIKE = 0.75, 0.5  # shares of a name's pairs of characters that a question holds


def tell_ahead(teller: Teller, slots: Slots, held: Sequence[Fact]) -> bool:
    """Tell the figure that another one is to grow to, or a yearly one makes in all; say whether anything was told.

    Args:
        teller: the answer in the making.
        slots: what is asked.
        held: the figures of one sentence.
    """
    levels = [fact for fact in held if is_level(fact) and decimal(fact.value)]
    return any(_tell_grown(teller, slots, fact) or _tell_in_all(teller, slots, fact) for fact in levels)


def _tell_grown(teller: Teller, slots: Slots, fact: Fact) -> bool:
    found = GROWS.match(teller.index.texts[fact.doc], fact.spans[0].end)
    later = all(fact.year is None or year > fact.year for year in slots.years)
    name = short_name(fact.name).rstrip("在")
    if not found or not later or slots.asks("growth", "change", "multiple") or overlap(spoken(name), spoken(slots.text)) < NEARLY:
        return False
    result = grown_by(teller.terms([fact])[0], number(found["by"]), times=found["unit"] == "倍")
    unit = found["unit"].replace("％", "%")
    said = f"{fact.scope or fact.region}{name}在{teller.dated(fact)}的基础上增长{found['by']}{unit}，即{result.told}（{result.formula}）"
    return teller.tell(said, [fact], [result])


def _tell_in_all(teller: Teller, slots: Slots, fact: Fact) -> bool:
    start = fact.spans[0].start
    found = EVERY_YEAR.search(re.sub(r"\s+", "", teller.index.texts[fact.doc][max(0, start - LOOK_BACK) : start]))
    if not found or not IN_ALL.search(slots.text) or "元" not in fact.unit or fact.value_high:
        return False
    years = int(found["last"]) - int(found["first"]) + 1
    stretch = {int(found["first"]), int(found["last"])}
    if years < 2 or (slots.years and not set(slots.years) <= stretch) or overlap(spoken(found["what"]), spoken(slots.text)) < ALIKE:
        return False
    result = over_years(teller.terms([fact])[0], years)
    said = f"{found['what']}{found['first']}—{found['last']}年每年{teller.value(fact)}，合计{result.told}（{result.formula}）"
    return teller.tell(said, [fact], [result])
