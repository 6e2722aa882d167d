"""A case that seeks a figure -> what of it no evidence states: its kind, a thing that it is of, its year."""

import re
from collections.abc import Collection
from dataclasses import replace

from answer.absent import FOREIGN, is_told_by_row
from answer.absent_years import years_asked
from answer.case import Case
from answer.compose import MANY
from answer.counted_off import counting_off
from answer.figure_kinds import ASKS, kind_of_unit, kind_sought
from answer.figure_told import CLAUSE, is_of_body, is_told_by
from answer.interrogatives import COUNTERS, interrogatives
from answer.jurisdiction import part_named, seats_body
from answer.missing_number import is_told
from answer.phases import of_phase
from answer.reckon import asks_sum
from answer.sought import Sought, sought
from answer.stated import BARE, above, holds, is_of, states
from answer.things import counted, is_framing, is_short_for
from answer.weighing import bodies_of
from facts.indicators import link
from facts.quantities import find_quantities
from facts.scope import entity_of

READ = 15  # pieces of evidence in which the figure is looked for
OTHERWISE = re.compile(rf"{MANY.pattern}|什么|哪(?!一?年)|为何|谁", re.I)
COUNTS = re.compile(r"几(?:起|所|座|条|支|处|场|种|类|批|只|间|栋)|第几")
PLAINLY = re.compile(r"多少|百分之|how (?:many|much)", re.I)
IN_ALL = re.compile(
    r"财政[^，。？?]{0,8}(?:[一总]共|合计|总额)|(?:[一总]共|合计|五年)[^，。？?]{0,4}财政|总预算"
)  # a sum of all that is paid, not one that somebody gets
CAPPED = re.compile(r"单个|单项|每(?:[个家项人名位户亩]|一)|最高|最多|顶多|上限|封顶|至多|不超过")  # of all there is it says nothing
SOME = re.compile(r"几(?!成)")  # asks for no number where no interrogative does: 手上有几项专利，怎么贷款
NEAR = 0.6  # share of the best coverage from which on evidence speaks of the same
NAMES = {"位": "名次", "元": "金额", "%": "比例", "m2": "面积", "个": "数量", "": "数字"}

CODE = re.compile(r"(?<![A-Za-z])[A-Za-z]{2,8}(?![A-Za-z])")
CODED = 3  # pieces of evidence in which a code is looked for


def lacking_figure(case: Case) -> str:
    """Return in words what of a figure sought no evidence states, "" where one states it, or where no figure of one place is sought."""
    if is_told_by_row(case):
        return ""
    question = case.question
    if question.english or question.about_document or len(case.regions) > 1 or not (question.wants_number or COUNTS.search(case.text)):
        return ""
    if (
        (asks_sum(case.text) and not IN_ALL.search(case.text))
        or not (interrogatives(case.text) or ASKS.search(SOME.sub("", case.text)))
        or (OTHERWISE.search(case.text) and not PLAINLY.search(case.text))
    ):
        return ""
    asked = sought(question, case.concepts, years_asked(case), case.vocabulary)
    if asked.kind == "位" and asked.several:
        return ""
    if counting_off(case.evidence, question, part_named(case)) or _is_told_of_body(case):
        return ""
    if question.follows and not asked.heads:  # the matter is that of the turns before
        asked = replace(sought(question, case.carried(), years_asked(case), case.vocabulary), several=False)
    lacking = _unstated(asked, case) if asked.heads or asked.unit or asked.years else _of_best(asked, case)
    elsewhere = _of_place(asked, case)
    return elsewhere if elsewhere and not (lacking and entity_of(case.text)) else lacking


def _is_told_of_body(case: Case) -> bool:
    """Tell whether the row or box of a body that a question names writes all else that it names, each in a clause with a figure."""
    names = [body.name for body in case.question.bodies]
    own = [
        one for one in case.concepts if not is_framing(one.key, case.question) and not any(is_short_for(one.key, name) for name in names)
    ]
    own = [one for one in own if one.key not in COUNTERS]
    for item in case.evidence[:READ] if names and own else ():
        clauses = [clause.lower() for clause in CLAUSE.split(item.text) if BARE.search(clause)]
        if bodies_of(item.passage, case.question.bodies) and all(any(one.key in clause for clause in clauses) for one in own):
            return True
    return False


def _of_place(asked: Sought, case: Case) -> str:
    """Return another place that the figure is asked of, where no figure of the kind stands in one clause with its name."""
    for place in case.question.places:
        if place.region or (case.regions and place.stem in case.vocabulary.above) or seats_body(place.stem, case):
            continue
        read = case.evidence[:READ]
        if _names_thing(place.stem, asked, case):
            continue
        if any(place.stem in above(item) and states(item, asked.kind) for item in read):
            continue
        clauses = (clause for item in read for clause in CLAUSE.split(item.text) if place.stem in clause)
        if not any(
            kind_of_unit(one.unit) == asked.kind or not asked.kind for clause in clauses for one in find_quantities(clause, 0, len(clause))
        ):
            return f"{place.stem}的这项数据"
    return ""


def _names_thing(stem: str, asked: Sought, case: Case) -> bool:
    """Tell whether a place is part of the name of a thing that the question and evidence with figures speak of: 苏州（东山）研发飞地."""
    named = re.search(rf"{stem}市?(?:那边|那里|那个|这个)?的?([\u4e00-\u9fff]{{2}})", case.text)
    if named is None or link(case.text[named.start(1) :]):
        return False
    thing = re.compile(rf"{stem}(?:(?!布局|建设|建立|设立|打造|开设|新建|共建)[^，。；;、\n]){{0,12}}{named[1]}")  # a name, no doing
    return any(thing.search(item.text) and states(item, asked.kind) for item in case.evidence[:READ])


def lacking_thing(case: Case) -> str:
    """Return in words a counted thing that the documents of the one place asked about have no word for; "" where there is none."""
    if case.question.english or case.question.about_document or len(case.regions) != 1 or not case.question.wants_number:
        return ""
    if asks_sum(case.text) or not PLAINLY.search(case.text):
        return ""
    absent = [thing for thing in counted(case.text.lower(), ()) if case.vocabulary.share(thing, case.regions) < FOREIGN]
    return f"{case.regions[0]}与“{absent[0].key}”有关的数据" if absent else ""


def of_other_kind(case: Case, units: Collection[str]) -> str:
    """Return the kind of figure that a question names, where figures with some units are all of another kind; "" elsewhere."""
    kind = kind_sought(case.text.lower())
    plain = kind in ("元", "%", "m2", "位") and len(ASKS.findall(case.text)) == 1 and not case.question.english
    return NAMES[kind] if plain and units and not any(kind_of_unit(unit) == kind for unit in units) else ""


def states_figure(case: Case) -> bool:
    """Tell whether the best piece of evidence states a figure of the kind asked for, of a part or at most where that is asked."""
    best = next(iter(case.evidence), None)
    capped = not CAPPED.search(case.text) or bool(best and CAPPED.search(best.text))
    return best is not None and capped and states(best, kind_sought(case.text.lower()))


def _unstated(asked: Sought, case: Case) -> str:
    if _coded(case):
        return ""
    of_phases = [(item, of_phase(item, case.text)) for item in case.evidence[:READ]]
    of_kind = [item for item, said in of_phases if said and states(said, asked.kind, asked.unit) and is_of_body(item, case)]
    telling = [item for item in of_kind if len(asked.years) != 1 or is_of(item, asked.years[0], case.index)]
    if is_told_by(asked, telling):
        return ""
    if len(telling) < len(of_kind) and is_told_by(asked, of_kind):
        return f"{asked.years[0]}年的{_named(asked)}"
    absent = [head for head in asked.heads if not any(holds(item, head) for item in telling)]
    if len(absent) == 1 and absent[0].weight and is_told(case, absent[0].key):
        return ""
    missing = [head.key for head in absent]
    return f"关于“{missing[0]}”的{NAMES[asked.kind]}" if missing else f"这一项的{NAMES[asked.kind]}"


def _coded(case: Case) -> bool:
    """Tell whether evidence writes a figure right behind a code that the question names: 能效PUE, PUE降到1.15以下."""
    codes = [code for code in CODE.findall(case.text) if not link(code)]
    return any(re.search(rf"{code}[^，。；\d]{{0,10}}\d", item.text, re.I) for code in codes for item in case.evidence[:CODED])


def _named(asked: Sought) -> str:
    """What a figure is sought of, in words: an indicator by its name, a thing with the kind of figure."""
    names = [head.key for head in (*asked.counted, *asked.heads)]
    indicators = [head.key for head in asked.heads if not head.weight and head.technical]
    return next(iter(indicators), f"{names[0]}的{NAMES[asked.kind]}" if names else "这项数据")


def _of_best(asked: Sought, case: Case) -> str:
    """Return that a figure is not stated, where none of the evidence that holds as much of the question as the best has one of the kind."""
    best = max((item.coverage for item in case.evidence[:READ]), default=0.0)
    near = [item for item in case.evidence[:READ] if item.coverage >= NEAR * best and is_of_body(item, case)]
    told = case.question.follows or any(states(item, asked.kind) for item in near)
    return "" if told else f"这一项的{NAMES[asked.kind]}"
