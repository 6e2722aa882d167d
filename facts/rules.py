"""What a single sentence of a document rules for all its measures, one function a kind of rule."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from facts.days import days_in, later, number
from facts.measure import Condition
from facts.quantities import find_quantities
from facts.sentences import Sentence, signs
from facts.told import in_ten_thousands
from facts.traits import said_in

if TYPE_CHECKING:
    from facts.articles import Articles

Rule = Callable[["Articles", Sentence, str], bool]
HAD = re.compile(r"^[^。；]*?已(?:经)?(?:获得|享受|取得)[^。；]{2,24}?(?=的?，(?:不再|不得|不予))")


YEARLY = re.compile(r"每年[^。；\d]{0,8}(\d{1,2})月(\d{1,2})日?(?:至|到|-)(\d{1,2})月(\d{1,2})日")


def once(found: "Articles", sentence: Sentence, words: str) -> bool:
    """The same thing is paid only once, or only the difference."""
    if not signs()["once"].search(words):
        return False
    found.notes.append(stripped(sentence, "general"))
    found.upgrade = found.upgrade or bool(signs()["difference"].search(words) and sentence.passage.kind == "note")
    if had := HAD.search(words):
        found.exclusions += _parts(sentence, words[: had.end()])
    return True


def cap(found: "Articles", sentence: Sentence, words: str) -> bool:
    """The most that one enterprise gets."""
    match = signs()["cap"].search(words)
    if not match:
        return False
    amounts = list(find_quantities(words, match.end(), len(words)))
    if amounts and "元" in amounts[0].unit and (signs()["whole"].search(words) or sentence.passage.kind == "note"):
        found.year_cap = f"{in_ten_thousands(amounts[0].value, amounts[0].unit).normalize():f}"
    found.notes.append(stripped(sentence, "general"))
    return True


def window(found: "Articles", sentence: Sentence, words: str) -> bool:
    """When applications are taken, of all measures or of those that the words name."""
    always = [match[1] for match in signs()["always"].finditer(words)]
    found.always += always
    headed = any(signs()["window"].search(title) for title in sentence.passage.headings[-1:])
    if not headed and not signs()["window"].search(words):
        return bool(always)
    days = days_in(words)
    names = re.match(r"(?:\d+[.、])?(?P<names>[^：:，。\d]{2,40})[：:]", words) or re.match(
        r"(?P<names>[^：:，。\d]{2,20}?)的?申报截止", words
    )
    which = names["names"] if names and not signs()["window"].search(names["names"]) else ""
    if len(days) > 1:
        found.windows.append((which, days[0].isoformat(), days[1].isoformat()))
    elif days and re.search(r"截止|前|截至", words):
        opens = next((start for name, start, _ in found.windows if not name), "")
        found.windows.append((which, opens, days[0].isoformat()))
    elif yearly := YEARLY.search(words):
        found.windows.append((which, f"--{int(yearly[1]):02d}-{int(yearly[2]):02d}", f"--{int(yearly[3]):02d}-{int(yearly[4]):02d}"))
        found.notes.append(stripped(sentence, "general"))
    return bool(days or always)


def excludes(found: "Articles", sentence: Sentence, words: str) -> bool:
    """Who gets nothing."""
    match = signs()["excludes"].search(words)
    if not match:
        return False
    found.exclusions += _parts(sentence, re.sub(r"，?(?:均|都|一律|原则上|也)?$", "", words[: match.start()]))
    return True


def validity(found: "Articles", _: Sentence, words: str) -> bool:
    """From when and until when the document holds."""
    sign = signs()
    days, starts, lasts = days_in(words), sign["starts"].search(words), sign["lasts"].search(words)
    if not (starts or lasts or (sign["ends"].search(words) and days)):
        return False
    if starts:
        found.valid_from = days[0].isoformat()
    if mark := re.search(r"标有(.)的[^，。]*?(?=\d{4}年)", words):
        found.marked[mark[1]] = days[0].isoformat()
        days = days[1:]
    if len(days) > 1 and not starts:
        found.valid_from = days[0].isoformat()
    years = number(lasts[1]) if lasts else None
    if years and found.valid_from:
        after = later(date.fromisoformat(found.valid_from), years=years)
        found.valid_to = date.fromordinal(after.toordinal() - 1).isoformat()
    elif len(days) > bool(starts):
        found.valid_to = days[-1].isoformat()
    return True


def defines(found: "Articles", _: Sentence, words: str) -> bool:
    """What the document means by a term."""
    bare = signs()["item"].sub("", words)
    defined = list(signs()["defines"].finditer(bare)) if "指" in words else []
    found.definitions |= {match["term"]: match["meaning"] for match in defined}
    return bool(defined)


def applicants(found: "Articles", sentence: Sentence, words: str) -> bool:
    """Who may apply."""
    sign = signs()
    if "可以是" in words or re.search(r"负责解释|适用于\d{4}年度", words) or re.search(r"给予|奖励\d|补助\d|按[^，。]{2,20}%", words):
        return False
    headed = any(sign["scope_headings"].search(title) for title in sentence.passage.headings)
    asked = headed or bool(sign["asked"].search(sentence.asked))
    listed = headed and sign["item"].match(sentence.text) is not None and any(said_in(words))
    if not sign["applies"].search(words) and not listed and not (asked and re.search(r"(?:企业|单位|机构|人员)。?$", words)):
        return False
    found.conditions.append(stripped(sentence, "general"))
    return True


RULES: tuple[Rule, ...] = (once, cap, window, excludes, validity, defines, applicants)  # the first that fits


def _parts(sentence: Sentence, grounds: str) -> Iterator[Condition]:
    """The single grounds of a sentence that excludes several."""
    pieces = [piece for piece in re.split(r"，(?:以及|或者?)?|、(?=列入|被|[^、，]{2,20}的?企业)", grounds) if len(piece) >= 4]
    flat = re.sub(r"\s", "", sentence.text)
    offsets = [place for place, mark in enumerate(sentence.text) if not mark.isspace()]
    for piece in pieces or [grounds]:
        bare = re.sub(r"^(?:答[：:]|\d+[.、]|[（(][一二三四五六七八九十\d]+[）)]|以及|或者?|凡|对)+", "", piece)
        at = flat.find(bare)
        if at < 0 or not bare:
            continue
        start, end = sentence.start + offsets[at], sentence.start + offsets[at + len(bare) - 1] + 1
        yield Condition(sentence.text[start - sentence.start : end - sentence.start], start, end, "exclusion", bare)


def stripped(sentence: Sentence, kind: str) -> Condition:
    """The sentence without its number and its stop."""
    lead = 0
    for name in ("article", "item", "reply", "item"):
        match = signs()[name].match(sentence.text[lead:])
        lead += match.end() if match else 0
    piece = sentence.text[lead:].rstrip("。；;，, \n")
    reading = re.sub(r"\s+", "", piece)
    if kind == "exclusion":
        return Condition(piece, sentence.start + lead, sentence.start + lead + len(piece), "exclusion", reading)
    return Condition(piece, sentence.start + lead, sentence.start + lead + len(piece), "general", reading)
