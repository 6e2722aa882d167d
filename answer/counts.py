"""Words of evidence -> the numbers in them with their counters, and whether one is such as a question asks for."""

import re
from collections.abc import Iterator

from answer.evidence import Evidence
from answer.interrogatives import COUNTERS, TIME, Interrogative, kind_of

NUMERALS = "一二两三四五六七八九十百"
NUMBER = re.compile(
    rf"(?<![\d.])(?P<number>\d[\d,，]*(?:\.\d+)?|[{NUMERALS}]+)\s*[多余]?\s*(?P<scale>[十百千万亿]*)\s*"
    rf"(?P<counter>个?百分点|[%％]|人(?=[年日])|[人家台]次|{TIME}|平方公里|平方千米|平方米|公里|公顷|美?元|[{COUNTERS}]|大(?=[\u4e00-\u9fff]))?"
)
YEAR = re.compile(r"(?:19|20)\d{2}")
ROUND = re.compile(r"[超过突破达近逾上](?P<scale>[百千万亿]+)(?P<counter>[家个名人项件户亿元])")
ALIKE = ("人名位", "家个所座处间幢栋块", "个支", "项件类种条款个", "次场轮期届", "次人")  # counters that one thing takes by turns
BEFORE, AFTER = 8, 6  # characters beside a number that say what it is of
CLAUSE = re.compile(r"[，。；;]")
CELL_UNIT = re.compile(r"[（(]([^（）()]{1,8})[)）]")
OF_PERSONS = re.compile(r"人[年次日]$")

Number = tuple[str, str]  # its kind, as of an interrogative, and its counter


def numbers(clause: str) -> Iterator[Number]:
    """Yield the kinds and counters of the numbers in a clause, years left out.

    >>> list(numbers("到2025年，引进机构25家")), list(numbers("为期三年")), list(numbers("第三")), list(numbers("超千家"))
    ([('n', '家')], [('t', '年')], [], [('n', '家')])
    """
    yield from (number for number, _, _ in _placed(clause))


def beside(asked: Interrogative, clause: str) -> str:
    """Return the words right beside the numbers of a clause that are such as an interrogative asks for: what they are of.

    >>> from answer.interrogatives import interrogatives
    >>> beside(interrogatives("有几家")[0], "科创园到2025年将要引进研发机构15家")
    '将要引进研发机构'
    """
    around = [
        clause[max(0, start - BEFORE) : start] + clause[end : end + AFTER] for number, start, end in _placed(clause) if fits(asked, number)
    ]
    return "\n".join(around)


def _placed(clause: str) -> Iterator[tuple[Number, int, int]]:
    """The numbers of a clause, each with its first code point and one past its counter."""
    for match in NUMBER.finditer(clause):
        counter = (match["counter"] or "").replace("％", "%")
        written = match["number"][0] in NUMERALS
        if (written and not counter) or (counter in ("年", "") and YEAR.fullmatch(match["number"])) or counter == "月":
            continue
        counter = "次" if counter.endswith("次") else counter
        counter = ("个" if written else "") if counter == "大" else counter  # 两大片区
        yield (("元" if match["scale"].endswith("亿") and not counter else kind_of(counter)), counter), match.start(), match.end()
    for match in ROUND.finditer(clause):
        yield (kind_of(match["counter"]), match["counter"]), match.start(), match.end()


def fits(asked: Interrogative, number: Number) -> bool:
    """Tell whether a number is such as an interrogative asks for: of its kind, its counter one that such things take."""
    kind, counter = number
    if not asked.kind:
        return True
    if asked.kind != "n":
        return kind == asked.kind
    if kind != "n":
        return False
    both = (asked.counter, counter)
    return asked.counter == counter or any(all(one in group for one in both) for group in ALIKE) or _anything(both)


def _anything(both: tuple[str, str]) -> bool:
    """Tell whether one of two counters is 个, which persons, bodies and things all take."""
    other = both[0] if both[1] == "个" else both[1]
    return "个" in both and any(other in group for group in ALIKE)


def clauses_with(asked: Interrogative, item: Evidence) -> Iterator[str]:
    """Yield the clauses of a piece of evidence, and the cells of its row under label and header, that hold such a number."""
    for clause in CLAUSE.split(re.sub(r"\s+", "", item.text)):
        if any(fits(asked, number) for number in numbers(clause)):
            yield clause
    row = item.passage.row
    for header, cell, unit in row.cells if row else ():
        told = CELL_UNIT.search(header) or (CELL_UNIT.search(row.label) if row else None)
        counter = (unit or (told[1] if told else "")).replace("％", "%")
        counter = OF_PERSONS.sub("人", counter)
        counter = counter if kind_of(counter) != "n" else counter[-1:]
        bare = not counter and asked.kind == "n"
        if re.search(r"\d", cell) and not YEAR.fullmatch(cell.strip("年 ")) and (bare or fits(asked, (kind_of(counter), counter))):
            yield f"{row.label if row else ''}{header}{cell}"
