"""Large numbers as people say them (三万二千平, 七千多万, 两万三) -> the same in digits."""

import re

from index.numerals import chinese_value

ONES = "一二两三四五六七八九"
RUN = re.compile(
    rf"(?<![第几上成好数{ONES}十百千万亿])(?P<run>[{ONES}十][{ONES}十百千零〇]*(?:[多来几]?[万亿][{ONES}十百千零〇]*)*)(?P<more>[多来几]?(?P<scale>[万亿]*))"
    r"(?=\s*(?:多|来|余)?个?(?:标箱|标准箱|架次|趟|元|块|美[元金]|欧元|人|名|位|家|户|件|台|套|辆|吨|亩|平|立方|方|米|张|次|条|项|箱|头|只|株|公斤|千瓦|度|本|册|份|场|床|的(?!士)"
    r"|[,;。，；、]|$|营[收业]|产值|收入|销售|左右|上下|投|研发|贷|租金|房租|工资|[^\u4e00-\u9fff]))"
)
SCALES = {"百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
TAIL = re.compile(rf"(?P<scale>[百千万亿])(?P<last>[{ONES}])$")  # 两万三 is 23000, 一千二 is 1200
LARGE = re.compile("[百千万亿]")
SOME = re.compile("[多来几](?=[万亿])")


def digits_of(text: str) -> str:
    """Return a text with its large spoken numbers in digits, those in 万 or 亿 left so.

    >>> digits_of("改造面积三万二千平,年产值七千多万,租金两万三,营收三亿五千万"), digits_of("出口三百来万美元")
    ('改造面积32000平,年产值7000万,租金23000,营收35000万', '出口300万美元')
    >>> digits_of("一百二十张床,千万别错过,三百六十行,十五个人")
    '120张床,千万别错过,三百六十行,十五个人'
    """
    return RUN.sub(_digits, text)


def _digits(match: re.Match[str]) -> str:
    run = SOME.sub("", match["run"] + (match["scale"] or ""))
    if len(run) < 2 or not LARGE.search(run):
        return match.group()
    more = "" if match["scale"] else match["more"]
    tail = TAIL.search(run)
    if tail:
        head = chinese_value(run[: tail.start("last")])
        value = None if head is None else head + (chinese_value(tail["last"]) or 0) * SCALES[tail["scale"]] // 10
    else:
        value = chinese_value(run)
    if not value:
        return match.group()
    last = run[-1]
    if last in "万亿" and not tail:
        return f"{value // 10_000}万{more}"
    return f"{value}{more}"
