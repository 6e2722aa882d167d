"""A case -> the fact that it asks for and that no evidence states, in words; "" where there is none."""

import re
from collections.abc import Sequence

from answer.absent_years import years_asked
from answer.case import Case, with_units
from answer.evidence import Evidence
from answer.interrogatives import CLAUSE, asking_part
from answer.readable import readable
from answer.reckon import asks_support
from answer.stated import HELD, around, is_of
from answer.things import is_framing, things
from answer.vocabulary import objects
from facts.attributes import Attribute, wanted
from facts.label_headings import titles_of
from facts.regions import stem_of
from retriever.concepts import Concept
from retriever.rest import spoken

ENTITY = 0.3  # share of a question's concepts that a sentence must hold to speak of what is asked
FIRST = 0.15  # the same for the best piece
MOSTLY = 0.5  # share of the things asked about that the passage of a fact must speak of
ENOUGH = 2  # things that a question must name not to go on from the one before
SHORT = 200  # a longer paragraph speaks of several things
ASIDE = re.compile(r"[（(][^（()）]*[)）]")
NAMING = 4  # characters of a row's name that tell it from others
SUMS = ("金额", "比例")  # asked for by what somebody has done, which a rule tells in its own words
RULED = (*SUMS, "面积", "年限", "认定条件", "处罚")  # what the provisions of a policy state, in words that questions seldom share
WINDOW = re.compile(r"^\s*[【\[]?(?:集中)?(?:申报|受理|申请|报名)(?:时间|日期|期限)[】\]：:]", re.M)
WHY, PERIOD = ("原因或变法",), re.compile(r"规划期|有效|到期|过期|期满|期内|管用|算数|作数|生效|失效|执行期|期限")
WHEN = ("日期", "时间")  # of a document, which the catalog may know
DATED = ("申报时间",)  # days that a document states year by year
YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年")
OBJECT = 0.12  # weight from which on a term is what a sum is asked for
PAID = re.compile(r"(?:补贴|补助|资助|奖励|奖补|扶持|支持|资金|经费)+")  # what is given, not what it is given for
GAINED = re.compile(
    r"[被新又]?(?:评[上为定选]|获评|获得|认定|取得|拿到|列入|入选|升[为成])"
)  # how it came to be, which a text says in words of its own
FOREIGN = 0.3  # share of a term's words below which documents have no word for it


def lacking_object(case: Case) -> str:
    """Return what a sum is asked for, where the documents of the one place asked about have no word for it."""
    if len(case.regions) != 1 or not asks_support(case.text):
        return ""
    for concept in case.concepts:
        if is_framing(concept.key, case.question) or PAID.fullmatch(concept.key) or GAINED.fullmatch(concept.key):
            continue
        known = objects() & {concept.key, *concept.terms}
        if known and concept.weight >= OBJECT and case.vocabulary.share(concept, case.regions) < FOREIGN:
            return f"{case.regions[0]}对“{concept.key}”给什么支持"
    return ""


def lacking_attribute(case: Case) -> str:
    """Return the kind of fact asked for, if no evidence that speaks of the thing states one."""
    things = [name for name in case.vocabulary.things if name in case.text]
    for attribute in wanted(asking_part(case.text)):
        info = case.first
        things_asked = _besides(attribute, case)
        if attribute.name.startswith("文号") and (info.number or info.date) and info.status != "draft":
            continue  # the catalog knows it
        if attribute.name in WHY and case.question.about_document and PERIOD.search(case.text):
            continue  # why it is over or not: by its period
        if attribute.name in WHEN and case.question.about_document and _is_dated(case):
            continue
        if not any(
            attribute.stated_in(with_units(item), case.text)
            and (_is_ruled(attribute, item, case) or _is_told(attribute, item, things, things_asked, case))
            for item in case.best
        ):
            return f"具体的{attribute.name}"
    return ""


def _is_ruled(attribute: Attribute, item: Evidence, case: Case) -> bool:
    """Tell whether it is the provision of a policy that states what provisions do: what is near enough to be evidence is then quoted."""
    near = item.coverage >= FIRST or attribute.name not in SUMS  # every measure states a sum
    return (attribute.name in RULED and near and case.is_ruled_by(item)) or (attribute.name in DATED and _is_the_window(item, case))


def _is_the_window(item: Evidence, case: Case) -> bool:
    """Tell whether evidence is the one window that a policy of the one place asked about gives under a label of its own."""
    text = case.index.texts[item.doc]
    return bool(WINDOW.match(item.text)) and len(WINDOW.findall(text)) == 1 and case.is_ruled_by(item)


def _is_told(attribute: Attribute, item: Evidence, named: Sequence[str], asked: Sequence[Concept], case: Case) -> bool:
    """Tell whether evidence that states a kind of fact speaks of the things asked about."""
    around = item.passage.text + "".join(item.passage.headings)
    if not all(thing in around for thing in named) or not _is_meant(case, item):
        return False
    if attribute.name in DATED and not _may_be_of_years(case, item):
        return False
    return (attribute.name in SUMS and not case.question.follows) or is_row_named(item, case) or speaks_of(item, asked)


def _is_dated(case: Case) -> bool:
    """Tell whether the catalog knows when each of the documents was published that the places meant have."""
    own = [info for info in case.index.documents if info.region in case.regions]
    return bool(own) and all(info.date for info in own)


def is_row_named(item: Evidence, case: Case) -> bool:
    """Tell whether evidence is the row of a table whose whole name, brackets and the region's own name aside, stands in a question."""
    row = item.passage.row
    name = spoken(ASIDE.sub("", row.label)).removeprefix(stem_of(case.index.infos[item.doc].region)) if row else ""
    return len(name) >= NAMING and name in spoken(case.text)


def is_told_by_row(case: Case) -> bool:
    """Tell whether the row that a question names states every kind of fact that it asks for, of the years that it names."""
    asked = wanted(case.text)
    of_years = (item for item in case.best if all(is_of(item, year, case.index) for year in years_asked(case)))
    rows = [item for item in of_years if is_row_named(item, case)]
    return bool(asked) and any(all(one.stated_in(with_units(item), case.text) for one in asked) for item in rows)


def _is_meant(case: Case, item: Evidence) -> bool:
    """Tell whether evidence holds enough of a question to speak of the thing asked about."""
    best = case.evidence[0]
    first = item is best and (item.is_row or case.question.follows or item.coverage >= FIRST)
    return item.coverage >= ENTITY or first or (best.coverage >= ENTITY and is_of_one_offer(item, best))


def _may_be_of_years(case: Case, item: Evidence) -> bool:
    """Tell whether evidence names a year that is asked about, or no year at all: next year's days are not this year's."""
    asked, named = set(years_asked(case)), {int(year) for year in YEAR.findall(item.text)}
    return not (asked and named) or bool(asked & named)


def is_of_one_offer(item: Evidence, other: Evidence) -> bool:
    """Tell whether two pieces stand under labels of one title: who may apply for something, and what it pays."""
    titles = titles_of(item.passage.headings)
    labelled = len(titles) < len(item.passage.headings)
    return labelled and item.doc == other.doc and titles == titles_of(other.passage.headings) and titles != other.passage.headings


def _besides(attribute: Attribute, case: Case) -> list[Concept]:
    """The things that a question names besides the kind of fact, in the clause that asks for it or else anywhere; or the turn before."""
    asking = [clause for clause in CLAUSE.split(case.text.lower()) if attribute.asked.search(clause)]
    named = things(case.concepts, case.question, case.vocabulary)
    left = (attribute.asked.sub(" ", part) for part in ("\n".join(asking), case.text.lower()))
    own = next(filter(None, ([concept for concept in named if concept.key in rest] for rest in left)), [])
    if not case.question.follows or len(own) >= ENOUGH:
        return own
    carried = things(case.carried(), case.question, case.vocabulary)
    return [*own, *(concept for concept in carried if concept.key not in case.text.lower())]


def speaks_of(item: Evidence, named: Sequence[Concept]) -> bool:
    """Tell whether evidence, with the passage it stands in, speaks of most of some things by weight."""
    short = item.is_row or item.passage.kind == "box" or len(item.passage.text) <= SHORT
    whole = item.passage.text if short else sentence_around(item)
    body = readable("\n".join([around(item), whole]))
    total = sum(concept.weight for concept in named)
    return sum(concept.weight for concept in named if concept.found_in(*body) >= HELD) >= MOSTLY * total


def sentence_around(item: Evidence) -> str:
    """The whole sentence of its passage that a piece of evidence is a clause of (甲园一期建成；二期启动。)."""
    text, at = item.passage.text, max(0, item.start - item.passage.start)
    end = text.find("。", max(at, item.end - item.passage.start - 1))
    return text[max(text.rfind(mark, 0, at) for mark in "。\n") + 1 : end if end >= 0 else len(text)]
