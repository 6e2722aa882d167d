"""Question, facts and evidence -> what the documents do not say, although they speak of the matter."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from answer.evidence import Evidence
from answer.quantity import decimal
from answer.unsaid import uncounted, uncounted_kind, unexplained, unnamed
from facts.fact import Fact
from facts.indicators import aliases, folded, link, load_indicators, match_name
from facts.quantities import find_quantities
from facts.scope import KIND_OF_PLACE
from index.sentences import sentence_spans
from index.store import PassageIndex
from retriever.retrieval import Retrieval

ASKED_UNIT = re.compile(
    r"(?:多少|几)(?:个|十|百|千)?(亿元|亿美元|万元|亿|百分点|平方公里|平方米|亩)|(百分之(?:多少|几)|占比(?:是)?多少|多大比例|几成)"
)
NARROWING = re.compile(
    r"国家级|省级|市级|区级|县级|百亿|十亿|千亿|亿元(?:以上|级)|过亿|上亿|上市|重点|领军|新增|新建|新认定|新引进|累计|农业|制造业|服务业|外资|民营|海外|青年|高端|顶尖|人均|平均每|补|奖|贴|怎么|如何|哪些"
)
TOTALS = ("总量", "总数", "总人数")
TOTAL = re.compile(rf"(?P<of>[\u4e00-\u9fff]{{2}})(?P<how>{'|'.join(TOTALS)})")
READ = 8
THIS = "这一项的"
WHETHER_SAID = re.compile(
    r"(?:有没有|有无|是否有|是不是有|[能可]以?(?:找|查|看)[得到见]|[找查看]得[到见]|[提写说定设]没[提写说定设])[^，。？?]{0,30}|"
    r"有[^，。？?]{0,16}(?:说法|目标|要求|规定|数)?(?:吗|没有|没)(?:$|[，。？?])"
)


def asks_whether_said(text: str) -> bool:
    """Tell whether a question asks if documents say something, so that a no is its answer.

    >>> asks_whether_said("规划里能找到2022年的目标吗"), asks_whether_said("2022年的目标是多少")
    (True, False)
    """
    return bool(WHETHER_SAID.search(text))


@dataclass(frozen=True, slots=True)
class Lack:
    """What the documents do not say, in words, with the facts that come nearest.

    Attributes:
        words: what is not said.
        nearest: the facts that come nearest.
        figure: it is a figure that no evidence states under the name asked for, and that a fact of another name may be.
    """

    words: str
    nearest: tuple[Fact, ...] = ()
    figure: bool = False

    @property
    def is_of_thing(self) -> bool:
        """Tell whether it names what nothing is said of, and not only the kind of figure that was not found."""
        return not self.words.startswith(THIS)


def lacking(
    retrieval: Retrieval, evidence: Sequence[Evidence], facts: Sequence[Fact], index: PassageIndex, regions: Sequence[str]
) -> Lack | None:
    """Return what is asked for and said nowhere, or None.

    Args:
        retrieval: question and hits.
        evidence: pieces found in the hits, best first.
        facts: all facts of the index.
        index: the index.
        regions: the regions to answer for.
    """
    question = retrieval.question
    if question.about_document:
        return None
    if question.follows:  # a term that an earlier turn named
        words = unexplained(question.text, index, question.query)
        return Lack(words) if words else None
    if (question.wants_number or (question.years and asks_whether_said(question.text))) and len(regions) == 1:
        if lack := _indicator(question.text, question.years, facts, index, regions[0]):
            return lack
    if question.wants_number and len(regions) == 1 and (lack := _total(question.text, index, regions[0])):
        return lack
    if question.wants_number and len(regions) == 1 and (words := uncounted(question.text, index, regions[0])):
        return Lack(words)
    words = uncounted_kind(question.text, index, regions) or unexplained(question.text, index) or unnamed(question.text, evidence)
    return _unit(question.text, evidence) or (Lack(words) if words else None)


def _indicator(text: str, years: Sequence[int], facts: Sequence[Fact], index: PassageIndex, region: str) -> Lack | None:
    """An indicator of the lexicon that the region's documents give no figure of, or none of the year asked for."""
    ids = link(text)
    if len(ids) != 1 or NARROWING.search(text) or any(fact.scope and fact.scope in text for fact in facts):
        return None
    indicator = load_indicators()[ids[0]]
    unit = ASKED_UNIT.search(text)
    if unit and _kind(unit.group(1) or "%") != _kind(indicator.unit):
        return None  # the area or the money of what the indicator counts
    near = {indicator.id, *(other for other, _ in indicator.apart if load_indicators()[other].unit == indicator.unit)}
    own = [fact for fact in facts if fact.region == region and fact.indicator in near and not fact.scope]
    asked = [year for year in years if re.search(rf"(?<!\d)(?:20)?{year % 100:02d}", text)]
    wanted = [fact for fact in own if not asked or fact.year in asked]
    if wanted or _said(indicator.id, asked, index, region):
        return None
    when = "、".join(f"{year}年" for year in asked)
    same = [fact for fact in own if fact.indicator == indicator.id]
    return Lack(f"{region}{when}的{indicator.id}", _around(same, asked) if len(asked) == 1 else tuple(same[:1]))


def _around(facts: Sequence[Fact], asked: Sequence[int]) -> tuple[Fact, ...]:
    """The figures of the last year before the one asked for and of the first after it, of which there are some."""
    dated = [fact for fact in facts if fact.year]
    before = max((fact.year for fact in dated if fact.year and fact.year < asked[0]), default=None)
    after = min((fact.year for fact in dated if fact.year and fact.year > asked[0]), default=None)
    found = [next(fact for fact in dated if fact.year == year) for year in (before, after) if year]
    if not after:  # beyond all plans: what each of them aims at last
        aims = [fact for fact in dated if fact.kind == "target"]
        lasts = [max((fact for fact in aims if fact.doc == doc), key=_sureness) for doc in {fact.doc: 0 for fact in aims}]
        found = sorted({*lasts} or {*found}, key=lambda fact: fact.year or 0)
    return tuple(found) or tuple(facts[:1])


def _sureness(fact: Fact) -> tuple[int, bool, bool]:
    """The later, the numbers, those of tables first."""
    return fact.year or 0, decimal(fact.value) is not None, fact.origin == "table"


def _total(text: str, index: PassageIndex, region: str) -> Lack | None:
    """A total (人才总量) that the region's documents never give under that name."""
    asked = TOTAL.search(text)
    if not asked:
        return None
    names = (asked["of"] + asked["how"], *(asked["of"] + how for how in (*TOTALS, "数")))
    sentences = [
        index.texts[info.id][start:end]
        for info in index.documents
        if info.region == region
        for start, end in sentence_spans(index.texts[info.id], 0, len(index.texts[info.id]))
    ]
    own = "。".join(folded(sentence) for sentence in sentences if not KIND_OF_PLACE.search(sentence))
    told = any(re.search(re.escape(folded(name)) + r"[^，。；]{0,8}\d", own) for name in names)
    return None if told else Lack(f"{region}的{names[0]}")


def _said(indicator: str, years: Sequence[int], index: PassageIndex, region: str) -> bool:
    """Tell whether any sentence of the region's documents has a figure right behind a name of the indicator."""
    names = [alias for alias, found in aliases() if found.id == indicator]
    for info in index.documents:
        if info.region != region:
            continue
        for start, end in sentence_spans(index.texts[info.id], 0, len(index.texts[info.id])):
            passage = index.passage_at(info.id, start)
            if passage and passage.row and match_name(passage.row.label) is None:
                continue  # of an institute or a park, which the row is about
            body = folded(index.texts[info.id][start:end])
            if years and not any(str(year) in body for year in years):
                continue
            found = (re.search("(?<!占)" + re.escape(name) + r"(?!占)[^，。；、\d]{0,8}\d", body) for name in names if name in body)
            if any(one and not KIND_OF_PLACE.search(body[: one.start()]) for one in found):  # not a corridor's or a park's
                return True
    return False


def _unit(text: str, evidence: Sequence[Evidence]) -> Lack | None:
    """A sum of money, a share or an area that is asked for where no evidence on the matter states one."""
    asked = ASKED_UNIT.search(text)
    if not asked or not evidence:
        return None
    kind = _kind(asked.group(1) or "%")
    best = evidence[0].coverage
    for item in evidence[:READ]:
        around = item.text + item.passage.context
        if item.coverage >= best * 0.6 and any(_kind(quantity.unit) == kind for quantity in find_quantities(around, 0, len(around))):
            return None
        if item.passage.row and any(_kind(unit) == kind for _, _, unit in item.passage.row.cells):
            return None
    names = {"元": "金额", "%": "比例", "m2": "面积"}
    return Lack(f"{THIS}{names[kind]}", figure=True)


def _kind(unit: str) -> str:
    if "元" in unit or unit == "亿":
        return "元"
    if unit in ("%", "‰") or "百分" in unit:
        return "%"
    return "m2" if unit in ("平方公里", "平方米", "亩", "公顷") else ""
