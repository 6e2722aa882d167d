"""A condition as documents write it -> its words in plain characters and digits, as they are judged."""

import re

from facts.numerals import arabic
from facts.traits import plain

SERVED = re.compile(
    r"为[^,;]{2,16}?(?:提供|开展|引进|培育|介绍|输送)|向[^,;]{2,20}?提供|"
    r"与其?无[^,;]{0,6}关[联系](?:关系)?的?(?:[^,;]{0,12}?(?:单位|企业|公司|机构|方|个人|高校|院所)|[^,;]{0,20})"
)
GIVER = re.compile(r"^[^,;]{2,12}?(?:银行|机构|公司)向")
LESS = re.compile(r"(?:不满|未满|不到)(?=[\d一二三四五六七八九十两])")
TAKEN_ON = re.compile(r"[（(]((?:计算至|计算到|截至|截止到?)\d{4}年\d{1,2}月\d{1,2}日)[）)]")  # the day of a length of time is no remark
BELOW_SCALE = re.compile(r"规(?:模以)?下(工业|服务业)?(?:企业)?")


def squeezed_rule(words: str) -> str:
    """Return a condition in plain characters and digits, without those whom the applicant only serves.

    >>> squeezed_rule("年龄不满三十五周岁"), squeezed_rule("为本市企业提供检测")
    ('年龄不足35岁', '检测')
    """
    words = LESS.sub("不足", BELOW_SCALE.sub(r"非规上\1企业", TAKEN_ON.sub(r"\1", words)))
    return SERVED.sub("", GIVER.sub("", arabic(plain(words)).replace("周岁", "岁")))
