"""A case -> the place, or the part of one, that it asks about and that nothing is said of; "" where there is none."""

import re

from answer.case import READ, Case, is_held, with_units
from answer.counted_off import counting_off
from answer.evidence import NUMERAL, Evidence
from answer.vocabulary import QUOTED
from facts.indicators import aliases, folded, link
from facts.regions import stem_of
from facts.scope import KIND_OF_PLACE, entity_of

NEAREST = 3  # pieces of evidence of which one must name another place to speak for it
PERIOD = re.compile(r"十[一二三四五六七八九]?五")  # “十三五” is a time, no name
TOWN = re.compile(r"(?:^|(?<=[，,。？?]))(?P<stem>[\u4e00-\u9fff]{2,3})(?P<kind>镇|乡|街道|园)(?=[到在的现目有要去今各]|20\d\d|规上|高)")
IN_CHARGE = re.compile(r"[（(]?(?:责任|牵头|配合)(?:单位|部门)[^）)\n]*[）)]?")
COMES_FROM = re.compile(r"(?:买(?:了|下|来|进)?|购买了?|引进了?|聘请?了?|委托了?|收购了?)$")
COMPARED = re.compile(r"(?:高于|低于|高出|超过|超出|[比较])$")
COMES_OVER = re.compile(r"(?:市|省|县|区|那边)?(?:整体|全部|总部|生产线|厂子|公司)*(?:搬|迁|转)(?:了)?(?:过来|到|来|入|至|进)")
BEFORE = re.compile(r"^.*[，。？?、的]")


def missing_place(case: Case) -> str:
    """Return a place asked about that the corpus has no document of and the evidence does not speak of."""
    own = [place.stem for place in case.question.places if place.region]
    for place in case.question.places:
        parent = case.gazetteer.parent(place.stem)
        if place.region or place.stem in case.vocabulary.above or (own and parent not in own) or seats_body(place.stem, case):
            continue
        comes = COMES_FROM.search(case.text[: place.start]) or COMES_OVER.match(case.text, place.end)
        if comes and (case.regions or not own):  # whom the asker deals with, not who would pay
            continue
        follows = case.question.follows
        spoken = [item for item in case.evidence[:NEAREST] if place.stem in item.text or (follows and place.stem in item.passage.text)]
        spoken += [item for item in case.evidence[: 3 * READ] if item.passage.row and place.stem in item.passage.row.label]
        if case.question.wants_number:  # 高于甲市: a figure of the document's own place
            spoken = [item for item in spoken if not _is_only_compared(place.stem, item)]
        subjects = case.subjects()[:1] if case.question.wants_number else []
        ids = link(case.text) if case.question.wants_number else []
        names = [name for name, indicator in aliases() if indicator.id in ids]
        told = [item for item in spoken if all(is_held(subject, item) for subject in subjects)]
        if not any(not names or any(name in folded(with_units(item)) for name in names) for item in told):
            return place.stem
    return ""


def seats_body(stem: str, case: Case) -> bool:
    """Tell whether a document writes a place right before the name of a body that the question names: 丙区城东(大)走廊."""
    names = [name for name in (*(body.name for body in case.question.bodies), part_named(case)) if name]
    written = [re.compile(f"{stem}(?:市|区|县)?{'.?'.join(map(re.escape, name))}") for name in names]
    return any(one.search(text) for one in written for text in case.index.texts.values())


def _is_only_compared(stem: str, item: Evidence) -> bool:
    """Tell whether a piece of evidence names a place only to hold its own figure against it."""
    named = re.findall(rf"(.{{0,2}}){stem}", item.text, re.S)
    return bool(named) and all(COMPARED.search(before) for before in named)


def quoted_elsewhere(case: Case) -> str:
    """Return a name that the question quotes and that documents write, none of them of the one place asked about."""
    if len(case.regions) != 1:
        return ""
    own = {info.id for info in case.index.documents if info.region in case.regions}
    for name in QUOTED.findall(case.text):
        if PERIOD.match(name):
            continue
        holding = case.vocabulary.holding(name)
        if holding and not holding & own:
            return f"{case.regions[0]}与“{name}”有关的内容"
    return ""


def part_named(case: Case) -> str:
    """Return the park or area that a question names as documents write it, "" where it names none."""
    stem = BEFORE.sub("", entity_of(case.text))
    if not stem or not KIND_OF_PLACE.search(stem) or any(stem_of(info.region) in stem for info in case.index.documents):
        return ""
    return stem if case.vocabulary.holding(stem) else ""


def lacking_part(case: Case) -> str:
    """Return the park or area that a figure is asked of, where no figure stands with its name."""
    stem = part_named(case) if case.question.wants_number else ""
    if not stem or counting_off(case.evidence, case.question, stem):
        return ""
    spoken = (
        item for item in case.evidence if stem in "".join([item.text, item.passage.text, *item.passage.headings, item.passage.context])
    )
    subjects = case.subjects()[:1]
    told = any(NUMERAL.search(item.text) and all(is_held(subject, item) for subject in subjects) for item in spoken)
    return "" if told else f"{stem}的这项数据"


def lacking_town(case: Case) -> str:
    """Return the town or the park named in short that an indicator's figure is asked of, where no figure of it stands with its name."""
    named = TOWN.search(case.text) if case.question.wants_number else None
    ids = link(case.text) if named else []
    if not named or not ids or case.gazetteer.places(named["stem"]):
        return ""
    name = re.compile(rf"{named['stem']}[^，。；;、\n]{{0,12}}{named['kind']}")
    if not any(name.search(text) for text in case.index.texts.values()):
        return ""
    aliased = [alias for alias, indicator in aliases() if indicator.id in ids]
    for item in case.evidence:
        said = IN_CHARGE.sub("", item.text)
        label = item.passage.row.label if item.passage.row else ""
        if NUMERAL.search(said) and (name.search(said) or name.search(label) or any(map(name.search, item.passage.headings))):
            if any(alias in folded(with_units(item)) for alias in aliased):
                return ""
    return f"{named['stem']}{named['kind']}的这项数据"
