"""What a single sentence of a document rules for all its measures, one function a kind of rule."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from facts.days import days_in, later, number
from facts.matters import LEAD
from facts.measure import Condition
from facts.numerals import arabic
from facts.quantities import find_quantities
from facts.sentences import Sentence, signs
from facts.told import in_ten_thousands
from facts.traits import said_in

if TYPE_CHECKING:
    from facts.articles import Articles

Rule = Callable[["Articles", Sentence, str], bool]
HAD = re.compile(
    r"^[^。；]*?已(?:经)?(?:获得|享受|取得)[^。；]{2,24}?(?=的?(?:贷款|项目|企业|设备|合同|产品|费用)?的?，?(?:不再|不得|不予|不重复))"
)


RATING = re.compile(r"(?:^|[^\u4e00-\u9fff]|[与和按对])([\u4e00-\u9fff]{2,4}?)(?:综合)?评价")
SCALE = re.compile(r"(?:[A-D]|[甲乙丙丁])类?[^，。；]{0,6}企业[^。；]{0,24}(?:兑现|不享受[^。；]{0,12}(?:奖补|奖励|补助|政策))")
PART = re.compile(r"(?P<who>[A-D甲乙丙丁]类(?:企业)?)[^，。；]{0,24}?的?(?P<share>\d{1,2})[%％](?:兑现|奖补|执行)")
NOTHING = re.compile(r"(?P<who>[A-D甲乙丙丁]类(?:企业)?)不享受")
OBJECT = re.compile(r"^[^，。；]{0,24}(?:资金|奖补|补助|扶持|补贴)的对象(?:为|是)[：:]?")
EXCEPT = re.compile(r"，[^，。；]*除外$")
LESS = re.compile(r"已[^；。]{0,24}低于[^；。]{0,12}，补足差额")
CLOCK = re.compile(r"\d{1,2}[:：]\d{2}|(?<=日)\d{1,2}[时点]")
FILED = re.compile(r"申报|受理|申请|提出|兑现|填报|报送")
DUE = re.compile(r"[应须]当?(?:于|在)\d{4}年")
MONTHLY = re.compile(r"每年\d{1,2}月(?:、\d{1,2}月)*(?:[^，。；\d]{0,4})(?=受理|申报|集中)")
MATTER = re.compile(
    r"(?:事项|费用|投资|支出)[^，。；]{0,12}发生(?:在|于)(?=\d{4}年)|适用于\d{4}年\d{1,2}月\d{1,2}日(?:以后|之后|起|及以后)|"
    r"\d{4}年\d{1,2}月\d{1,2}日(?:以后|之后|至[^，。；]{2,12})发生的[^，。；]{0,8}(?:事项|项目)，?适用"
)
OLDER = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日(?:及)?(?:以前|之前|前)发生的[^，。；]{0,8}(?:事项|项目)，?[^，。；]{0,4}(?:按|执行)")
ROLLING = re.compile(
    r"(?:完工|取得|认定|完成|发生)[^，。；]{0,8}之日起(?P<count>[一二三四五六七八九十\d]+)(?:个)?(?P<unit>[年月])内(?:提出)?申[报请]"
)
NEXT_YEAR = re.compile(
    r"发生(?:后|的)?，?[^，。；\d]{0,8}(?:次年|第二年|下一?年度?)的?(?:(?P<first>\d{1,2})月(?P<opens>\d{1,2})日(?:至|到|-))?"
    r"(?P<month>\d{1,2})月(?P<day>\d{1,2})日(?:以?前|之前)?"
)
INCLUDES = re.compile(r"(?:^|[；。])(?P<term>[^，。；、]{2,12}?)(?:主要)?包括(?P<meaning>[^；。]{4,160})")
APPLICANT = ("企业", "单位", "申报单位", "申报企业", "申报主体", "项目单位", "申请人")  # whoever applies must be what they mean
YEARLY = re.compile(
    r"(?P<how>每年|次年|第二年|翌年|下一?年度?)的?[^。；\d]{0,8}(?P<m1>\d{1,2})月(?P<d1>\d{1,2})日?(?:至|到|-|—|~)(?:当年)?(?P<m2>\d{1,2})月(?P<d2>\d{1,2})日"
)


def once(found: "Articles", sentence: Sentence, words: str) -> bool:
    """The same thing is paid only once, or only the difference."""
    if not signs()["once"].search(words):
        return False
    found.notes.append(stripped(sentence, "general"))
    found.upgrade = found.upgrade or bool(signs()["difference"].search(words) and (sentence.passage.kind == "note"))
    found.topped = found.topped or bool(LESS.search(words))
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
    headed = any(signs()["window"].search(title) for title in sentence.passage.headings[-2:])
    dated = YEARLY.search(words) or MONTHLY.search(words) or (DUE.search(words) and len(days_in(words)) > 1)
    if not headed and not signs()["window"].search(words) and not (FILED.search(words) and dated):
        return bool(always)
    words = CLOCK.sub("", words)
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
        if re.search(r"上[一1]?年度[^，。；]{0,4}事项", words) or yearly["how"] != "每年":
            found.conditions.append(
                replace(stripped(sentence, "general"), reading=f"{LEAD}在上一年度，每年{yearly['m2']}月{yearly['d2']}日截止")
            )
        found.windows.append(
            (which, f"--{int(yearly['m1']):02d}-{int(yearly['d1']):02d}", f"--{int(yearly['m2']):02d}-{int(yearly['d2']):02d}")
        )
        found.notes.append(stripped(sentence, "general"))
    elif monthly := MONTHLY.search(words):
        months = [int(month) for month in re.findall(r"\d{1,2}(?=月)", monthly.group())]
        found.windows.append((which, f"--{min(months):02d}-01", f"--{max(months):02d}-{30 if max(months) != 2 else 28}"))
        found.notes.append(stripped(sentence, "general"))
        return True
    return bool(days or always)


def matters(found: "Articles", sentence: Sentence, words: str) -> bool:
    """When what is applied for must have happened."""
    span = MATTER.search(words)
    rolling = ROLLING.search(words)
    taken = signs()["window"].search(words, span.end()) if span else None
    days = days_in(words[span.start() : taken.start() if taken else None]) if span else []
    if OLDER.search(words):
        return True
    if rolling and (count := number(rolling["count"])):
        reading = f"{LEAD}在{count * (12 if rolling['unit'] == '年' else 1)}个月内"
    elif following := NEXT_YEAR.search(words):
        reading = f"{LEAD}在上一年度，每年{following['month']}月{following['day']}日截止"
        if following["first"]:
            opens, closes = ((int(following[one]), int(following[two])) for one, two in (("first", "opens"), ("month", "day")))
            found.windows.append(("", f"--{opens[0]:02d}-{opens[1]:02d}", f"--{closes[0]:02d}-{closes[1]:02d}"))
    elif span and days:
        reading = f"{LEAD}发生在" + "至".join(f"{day.year}年{day.month}月{day.day}日" for day in days[:2])
    else:
        return False
    found.conditions.append(replace(stripped(sentence, "general"), reading=reading))
    if taken:
        window(found, sentence, words[taken.start() :])
    return not (signs()["starts"].search(words) or signs()["lasts"].search(words) or signs()["ends"].search(words))


def excludes(found: "Articles", sentence: Sentence, words: str) -> bool:
    """Who gets nothing."""
    match = signs()["excludes"].search(words)
    if not match or (match.group() == "除外" and re.search(r"规定|约定|，", words[: match.start()])):
        return False
    found.exclusions += _parts(sentence, re.sub(r"，?(?:均|都|一律|原则上|也)?$", "", words[: match.start()]))
    return True


def scales(found: "Articles", sentence: Sentence, words: str) -> bool:
    """Which rating gets all, a part, or nothing of what other articles state: C类企业按所列标准的50%兑现."""
    if rating := RATING.search(words):
        found.rating = rating[1]
    if not SCALE.search(words):
        return False
    if part := PART.search(words):
        found.scales.append((found.rating + part["who"], part["share"], words))
    if none := NOTHING.search(words):
        ground = stripped(sentence, "exclusion")
        found.exclusions.append(replace(ground, reading=found.rating + none["who"]))
    found.notes.append(stripped(sentence, "general"))
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
        found.valid_to = max(days).isoformat()
    return True


def defines(found: "Articles", sentence: Sentence, words: str) -> bool:
    """What the document means by a term."""
    bare = signs()["item"].sub("", words)
    defined = list(signs()["defines"].finditer(bare)) if "指" in words else []
    included = [match for match in INCLUDES.finditer(bare) if _spoken_of(found, match["term"])]
    for match in [*defined, *included]:
        if match["term"] in APPLICANT:
            found.conditions.append(replace(stripped(sentence, "general"), reading=match["meaning"]))
        else:
            found.definitions[match["term"]] = match["meaning"]
    return bool(defined or included)


def _spoken_of(found: "Articles", term: str) -> bool:
    """Tell whether a condition or a definition that was read before speaks of a term."""
    return any(term in item.reading for item in found.conditions) or any(term in meaning for meaning in found.definitions.values())


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
    whole = stripped(sentence, "general")
    found.conditions.append(replace(whole, reading=OBJECT.sub("", EXCEPT.sub("", whole.reading))))
    return True


RULES: tuple[Rule, ...] = (scales, once, cap, matters, window, excludes, validity, defines, applicants)  # the first that fits


def _parts(sentence: Sentence, grounds: str) -> Iterator[Condition]:
    """The single grounds of a sentence that excludes several."""
    pieces = [piece for piece in re.split(r"，(?:以及|或者?)?|、(?=列入|被|[^、，]{2,20}的?企业)", grounds) if len(piece) >= 4]
    raw = re.sub(r"\s", "", sentence.text)
    flat = digits if len(digits := arabic(raw)) == len(raw) else raw
    offsets = [place for place, mark in enumerate(sentence.text) if not mark.isspace()]
    for piece in pieces or [grounds]:
        bare = re.sub(
            r"^(?:第[一二三四五六七八九十百]+条|答[：:]|\d+[.、]|[（(][一二三四五六七八九十\d]+[）)]|以及|或者?|凡|对)+", "", piece
        )
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
