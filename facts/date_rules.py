"""What a sentence rules of days: when applications are taken, when the matter must have happened, how long the document holds."""

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from facts.days import days_in, later, number
from facts.grounds import stripped
from facts.matters import LEAD
from facts.numerals import arabic
from facts.parts import parts_in
from facts.sentences import Sentence, signs
from index.markers import parse_marker

if TYPE_CHECKING:
    from facts.articles import Articles

OTHERS = re.compile(
    r"^(?:第[^，。；]{1,4}条\s*)?(?:其余|其他|其它)(?:各?项|事项|项目|条款|政策)?"
)  # what the windows before it do not name
OWN = re.compile(r"^\s*第[一二三四五六七八九十百]+条\s+")  # the number of the article itself
ENTITLED = re.compile(r"(?:^|[：:])(?P<names>[^：:，。\d]{4,40}?)的?(?:集中)?(?:申报|受理|申请)(?:时间|期限|期)为")
CLOCK = re.compile(r"\d{1,2}[:：]\d{2}|(?<=日)\d{1,2}[时点]")
FILED = re.compile(r"申报|受理|申请|提出|兑现|填报|报送")
ALWAYS = re.compile(r"[：:](?:全年|常年|随时)(?:受理|申[报领请]|可报)")
DUE = re.compile(r"[应须]当?(?:于|在)\d{4}年")
MONTHLY = re.compile(r"每年\d{1,2}月(?:、\d{1,2}月)*(?:[^，。；\d]{0,4})(?=受理|申报|集中)")
MATTER = re.compile(
    r"(?:事项|费用|投资|支出)[^，。；]{0,12}发生(?:在|于|期(?:限)?为)(?=\d{4}年)|适用于\d{4}年\d{1,2}月\d{1,2}日(?:以后|之后|起|及以后)|"
    r"(?:完工|认定|取得|评估|入库|备案|立项|投产|验收|发布|证书)[^，。；]{0,12}(?:时间|日期)(?:应当?|须|需)?在(?=\d{4}年\d{1,2}月\d{1,2}日(?:以后|之后|至))|"
    r"\d{4}年\d{1,2}月\d{1,2}日(?:以后|之后|至[^，。；]{2,12})发生的[^，。；]{0,8}(?:事项|项目)，?适用|"
    r"(?:均|都)[为指](?=\d{4}年[^，。；]{2,24}(?:期间)?(?:实际)?发生的[^，。；]{0,6}(?:业务|费用|支出|事项))"
)
OF_YEAR_BEFORE = re.compile(r"(?:事项|费用|投资|支出|项目)[^，。；]{0,12}发生(?:在|于)上[一1]?(?:个)?(?:自然|公历|会计)?年度?")
OLDER = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日(?:及)?(?:以前|之前|前)发生的[^，。；]{0,8}(?:事项|项目)，?[^，。；]{0,4}(?:按|执行)")
ROLLING = re.compile(
    r"(?:(?:完工|取得|认定|完成|发生|支付|获得|登记|授权|批准|发布|到账)[^，。；]{0,24}?之日起|(?:闭幕|结束|举办|完工|竣工|验收|认定|取得|到账|上市)后)"
    r"(?P<count>[一二三四五六七八九十\d]+)(?:个)?(?P<unit>[年月])(?:以|之)?内，?(?:应当?)?(?:提出|提交)?申[报请]"
)
NEXT_YEAR = re.compile(
    r"发生(?:后|的)?，?[^，。；\d]{0,8}(?:次年|第二年|下一?年度?)的?(?:(?P<first>\d{1,2})月(?P<opens>\d{1,2})日(?:至|到|-))?"
    r"(?P<month>\d{1,2})月(?P<day>\d{1,2})日(?:以?前|之前)?"
)
YEARLY = re.compile(
    r"(?P<how>每年|次年|第二年|翌年|下一?年度?)的?[^。；\d]{0,8}(?P<m1>\d{1,2})月(?P<d1>\d{1,2})日?(?:至|到|-|—|~)(?:当年)?(?P<m2>\d{1,2})月(?P<d2>\d{1,2})日"
)


def days_of_window(words: str) -> tuple[str, str]:
    """Return the first and last day of the window that some words state, as ISO days or yearly ones (--04-01); "" for none.

    >>> days_of_window("每年4月1日至4月30日"), days_of_window("全年受理")
    (('--04-01', '--04-30'), ('', ''))
    """
    days = days_in(words)
    if len(days) > 1:
        return days[0].isoformat(), days[-1].isoformat()
    if found := YEARLY.search(words):
        return f"--{int(found['m1']):02d}-{int(found['d1']):02d}", f"--{int(found['m2']):02d}-{int(found['d2']):02d}"
    return "", days[0].isoformat() if days else ""


def own_window(words: str) -> tuple[str, str] | None:
    """Return the first and last day of the window that a measure states in its own words, None where it states none.

    >>> own_window("按租金的20%补助。本项目受理时间为2026年3月2日至3月31日")
    ('2026-03-02', '2026-03-31')
    """
    said = arabic(re.sub(r"\s+", "", words))
    sign = signs()["window"].search(said)
    first, last = days_of_window(re.split("[。；]", said[sign.end() :])[0]) if sign else ("", "")
    return (first, last) if first and last else None


def window(found: "Articles", sentence: Sentence, words: str) -> bool:
    """When applications are taken, of all measures or of those that the words name."""
    part = next((title for title in reversed(sentence.passage.headings) if _is_item(title)), "")
    always = [match[1] for match in signs()["always"].finditer(words)] or [part] * bool(part and ALWAYS.search(words))
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
    names = names or ENTITLED.search(words)
    which = names["names"] if names and not signs()["window"].search(names["names"]) else ""
    opening = re.split(r"每年|\d{4}年|(?<![\d-])\d{1,2}月", signs()["article"].sub("", words), maxsplit=1)[0]
    which = which or (opening if parts_in(opening) else part)  # under the title of a part, that part's own
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
            if OTHERS.search(words) and (named := [name for name, _, _ in found.windows if parts_in(name)] + found.always + _rolled(found)):
                found.limits[found.conditions[-1].start] = "、".join(named) + "除外"
        found.windows.append((which, *days_of_window(words)))
        found.notes.append(stripped(sentence, "general"))
        return True
    elif monthly := MONTHLY.search(words):
        months = [int(month) for month in re.findall(r"\d{1,2}(?=月)", monthly.group())]
        found.windows.append((which, f"--{min(months):02d}-01", f"--{max(months):02d}-{30 if max(months) != 2 else 28}"))
        found.notes.append(stripped(sentence, "general"))
        return True
    return bool(days or always)


def _rolled(found: "Articles") -> list[str]:
    """The words of conditions on the day of a matter that name parts of the document."""
    return [item.text for item in found.conditions if item.reading.startswith(LEAD) and parts_in(item.text) and "个月内" in item.reading]


def _is_item(title: str) -> bool:
    """Tell whether a title is that of one of the things applied for (第三项 …, 方向一：…), no chapter of rules for all."""
    marker = parse_marker(title)
    return marker is not None and marker.style in ("item", "counted") and bool(parts_in(title))


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
    elif OF_YEAR_BEFORE.search(words):
        last = next((end for name, _, end in reversed(found.windows) if not name and end.startswith("--")), "")
        month, _, ends = last.strip("-").partition("-")
        reading = f"{LEAD}在上一年度" + (f"，每年{int(month)}月{int(ends)}日截止" if last else "")
    elif span and days:
        reading = f"{LEAD}发生在" + "至".join(f"{day.year}年{day.month}月{day.day}日" for day in days[:2])
    else:
        return False
    found.conditions.append(replace(stripped(sentence, "general"), reading=reading))
    if rolling and parts_in(meant := OWN.sub("", sentence.text)):
        found.limits[found.conditions[-1].start] = re.split("[，。；]", meant)[0]
    if taken:
        window(found, sentence, words[taken.start() :])
    return not (signs()["starts"].search(words) or signs()["lasts"].search(words) or signs()["ends"].search(words))


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
    elif len(days) > bool(starts) and (starts or sign["ends"].search(words)):
        found.valid_to = max(days).isoformat()
    return True
