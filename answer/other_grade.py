"""A sum asked for one grade (市里评的技术中心, 三级, Ⅱ期) of what pays in other grades alone -> that grade; "" elsewhere."""

import re
from collections.abc import Iterator

from answer.case import Case
from answer.evidence import Evidence
from answer.readable import readable
from answer.reckon import asks_sum
from answer.things import is_framing
from facts.traits import plain
from retriever.concepts import coverage

LEVELS = {"国": "国家级", "省": "省级", "市": "市级", "区": "区级", "县": "县级"}
GIVEN = r"(?:认定|评定|审定|评|认|发|批|定)?"
RANKED = re.compile(
    rf"(?P<value>国家|省|市|区|县)(?:级{GIVEN}的?|里(?:头)?(?:{GIVEN}的|(?:认定|评定|评|认|发|批|定)的?))(?P<noun>(?!财政|资金|政策|补|奖|给|层面|部门|平均)[\u4e00-\u9fff]{{2,8}})"
)
RUN = r"(?:(?:国家|省|市|区|县)(?:级|里)?(?:、|和|及|或者?|以上)*)+(?:认定的?|评定的?|的)?"
NUMBERED = re.compile(
    r"(?P<before>[a-z]{3,}|[\u4e00-\u9fff]{2})?(?P<value>[一二三四五六七八九十]|[ivx]+|[1-9])(?P<unit>级|期|星级?|a级?|等奖)(?P<after>[\u4e00-\u9fff]{2})?"
)
ITEMS = 6  # passages before an item among which the one that opens its list is looked for
FOLLOWED = "期"  # 三期临床: by what follows; elsewhere by what stands before (CMMI三级)
BOUND = re.compile(r"以[上下内]|不低于|不高于|各级|至|~|起")
GENERIC = re.compile(r"企业|公司|单位|机构|平台|项目|人才|产品|园区|中心|工业|农业")  # which open the names of many things
SHORTEST, NAME = 2, 4  # characters of a noun, and of one that opens like many
SAME = {
    one: digit
    for ones in ("一二三四五六七八九", ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"))
    for digit, one in enumerate(ones, 1)
}


def other_grade(case: Case) -> str:
    """Return the grade that a sum is asked for, where the measure of the best evidence names others of the thing and never that one."""
    if len(case.regions) != 1 or case.question.english or not asks_sum(case.text) or not case.evidence:
        return ""
    best = case.evidence[0]
    if not any(one.amounts and one.doc == best.doc and one.start < best.end and best.start < one.end for one in case.measures):
        return ""
    own = [plain(case.index.texts[info.id]) for info in case.index.documents if info.region in case.regions]
    found = [*_ranked(case.text, plain(best.passage.text), own), *_numbered(plain(case.text), plain(best.passage.text), own)]
    return found[0][1] if found and all(words and not _in_passing(said, best, case) for said, words in found) else ""


def _in_passing(said: str, best: Evidence, case: Case) -> bool:
    """Tell whether what a question asks for besides a graded thing is paid for by a measure that does not speak of that thing.

    Such a measure holds more of the rest of the question than the one of the best evidence does.
    """
    rest = [one for one in case.concepts if one.key not in said and said not in one.key and not is_framing(one.key, case.question)]
    thing = said[-SHORTEST:]
    own = coverage(rest, *readable("\n".join([*best.passage.headings[-1:], _lead(best, case), best.passage.text])))
    paying = (one for one in case.measures if one.amounts and one.region in case.regions and thing not in plain(one.text))
    return any(coverage(rest, *readable(f"{one.name}\n{one.text}")) > own for one in paying)


def _lead(item: Evidence, case: Case) -> str:
    """The paragraph that opens the list which evidence is an item of, "" where it is of none."""
    at = next((at for at, one in enumerate(case.index.passages) if one.passage_id == item.passage.passage_id), 0)
    before = (one for one in reversed(case.index.passages[max(0, at - ITEMS) : at]) if one.doc == item.doc)
    return next((one.text for one in before if one.text.rstrip().endswith(("：", ":"))), "")


def _ranked(text: str, said: str, own: list[str]) -> Iterator[tuple[str, str]]:
    """What is asked of a level, each as said, and in words where a paragraph names the same of other levels alone, else ""."""
    for asked in RANKED.finditer(text):
        least = NAME if GENERIC.match(asked["noun"]) else SHORTEST
        sizes = range(len(asked["noun"]), least - 1, -1)
        noun = next((asked["noun"][:size] for size in sizes if re.search(RUN + asked["noun"][:size], said)), "")
        if not noun:
            continue
        runs = [match.group() for body in own for match in re.finditer(RUN + noun, body)]
        bare = any(re.search(f"(?<![家级里省市区县、和及的定]){noun}", clause) for clause in re.split("[。；;]", said))
        named = any(asked["value"][0] in run or "以上" in run for run in runs)
        yield asked.group()[: asked.group().find(noun) + len(noun)], "" if named or bare else f"{LEVELS[asked['value'][0]]}的“{noun}”给多少"


def _numbered(text: str, said: str, own: list[str]) -> Iterator[tuple[str, str]]:
    """What is asked of a numbered grade, each as said, and in words where a paragraph names the same with other numbers alone, else ""."""
    for asked in NUMBERED.finditer(text):
        beside = asked["after"] if asked["unit"] in FOLLOWED else asked["before"]
        if not beside:
            continue
        form = r"(?:[一二三四五六七八九十]|[ivx]+|[1-9])" + asked["unit"]
        pattern = f"{form}(?={beside})" if asked["unit"] in FOLLOWED else f"(?<={beside}){form}"
        near = [said[match.start() : match.end() + 6] for match in re.finditer(pattern, said)]
        if not near or any(BOUND.search(one) for one in near):
            continue
        named = any(_value(asked) in _values(body, asked["unit"]) for body in own)
        yield asked.group(), "" if named else f"“{asked['value'].upper()}{asked['unit'].upper()}”给多少"


def _value(match: re.Match[str]) -> str:
    return str(SAME.get(match["value"], match["value"]))


def _values(body: str, unit: str) -> set[str]:
    """The numbers of all grades of a unit that a text names."""
    return {_value(match) for match in NUMBERED.finditer(body) if match["unit"] == unit}
