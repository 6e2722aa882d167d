"""Chinese numerals before units -> digits, for reading rules; spans in documents are never taken from such a text."""

import re

from index.numerals import numeral

UNITS = r"(?:万|亿|千|百)?(?:元|家|人|个|件|平方米|平(?!台|均|衡|安)|项|台|年|月|日|周岁|岁|次|倍|户|名|成(?![立员为交果功都本])|%|％)"
NUMERAL = re.compile(rf"(?<![第之其同统唯任某一二三四五六七八九十百千两零])[一二三四五六七八九十百千两零]+(?={UNITS})")
IN_FULL = re.compile(  # 展位费全额补助
    r"(?P<fee>(?:展位|诊断|检测|检验|认证|场地|培训|运输|评审|服务|通行|公证|学|保险?|布展|注册|审核|评估|鉴定)费用?|租金|运费)(?:给予)?全额(?:给予)?(?:补贴|补助|资助|承担|报销)"
)
OF_FAIR = re.compile(r"(?:^|(?<=[；。，]))(?P<fair>(?:参加)?(?:境外|国外|海外|省外|境内|国内|市外)展[会览]*)(?=展位费)")
WORDS = ("一次", "一个", "一家", "一年内", "一件", "一项", "一户")


def arabic(text: str) -> str:
    """Return a text with the Chinese numerals before units in digits, and what is paid in full as 100%; 一次性, 同一企业 and the like stay.

    >>> arabic("最高不超过一百五十万元，登记满六个月，同一企业一次性奖励三十万元")
    '最高不超过150万元，登记满6个月，同一企业一次性奖励30万元'
    >>> arabic("境外展会展位费全额补助，最高四万元")
    '境外展会的，展位费补助100%，最高4万元'
    """

    def digits(match: re.Match[str]) -> str:
        if text[match.start() : match.start() + 3].startswith(WORDS):
            return match.group()
        return str(numeral(match.group()))

    return NUMERAL.sub(digits, OF_FAIR.sub(r"\g<fair>的，", IN_FULL.sub(r"\g<fee>补助100%", text)))
