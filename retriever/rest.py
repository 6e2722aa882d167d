"""A question -> what it says besides places, years, and how figures are asked for."""

import re
import unicodedata
from collections.abc import Sequence

from facts.indicators import DROPPED
from facts.regions import Place

BREAK = "\x00"
DATES = re.compile(r"(?:19|20)?\d{2}\s*年(?:底|末|度)?|(?:19|20)\d{2}|“?十[二三四五]五”?(?:期?末|期间|时期)?")
FIGURES = re.compile(
    r"(?<!\d)\d+(?:[%％]|[万亿]?[元家个件名人项])?(?=到|至|提|涨|增|升)|(?<=[到至])\d+(?:[%％]|[万亿]?[元家个件名人项])?(?![\d年强])"
)
ASKED_MONEY = re.compile(
    r"(?:多少|几)(?:个)?[百千万]?亿元?|(?:多少|几)[个家项名人件台套户万亿元]{0,3}(?:每|/)[百千万]?(?:[人名户亩]|平方公里)"
)  # or of so many each: 多少台每万人
# How figures are asked for: words that say nothing of what the figure is of.
ASKING = re.compile(
    r"得?[最更]?[猛凶狠]|[高低多少大小](?=多少|几)|几[十百千万亿]+|比?(?:它|他们|前者)(?=[高低多少大小差]|$)|"
    r"目标值?|指标(?:表|值)|主要指标|数值|多少|几(?=[个家项名人件成年倍条支])|[个家项名人件](?=$|[,，。？?、；;])|百分之?|分别|各自|各(?=[是为要有])|[是为要有](?=$)|一共|总共|全(?:市|区|县)|市里|区里|"
    r"规划|方案|文件|五年[里内间之以]?后?|的?时候|那会儿?|那阵子?|那时|当时|今后|将来|[翻冲奔][到成向](?=多少|几)|期末|年底|达到|打算|准备|计划|想要?|"
    r"几?个(?:百分)?点|有没有|原定数?|原计划|同期|同时期|两[个者家边](?!县|市|区|地方|地区|城市)|这个|那个|那么?|刚才|前面|上面|实施|同样|实际|实绩|做到|提升?到|涨到|增加到|是?啥|达标|超额|[两三四五几]地|[两三四五几]个?(?:县市区|县区|区县|市县|地方|地区|城市|市|县|区)|区县|[县区]市|各地|相当于|大约|大概|假[如定]|刚好|完成|提到|升到|定到|改到|又|底子|基数|基期|起点|原先|幅度|分量|最终|要到|应该|"
    r"请问|告诉我?|帮我|我们|咱们|他们|地方|城市|地区|谁|哪[个家里些]?|什么|怎么样?|如何|比较|相比|比|较|高出|多出|高多少|[最更][高低多少大小]|从[高大多]到[低小少]|"
    r"还(?:要|得|需要?)再?|净增|[往向]前|[往向]后|[进退]了(?=多少|几)|增加(?!值)|增幅(?:多大)?|涨幅(?:多大)?|增速|增长率?|提高|涨|上升|抬高|年均|平均(?=每年|一年)|每年|一年|倍增|翻[一]?番|几番|倍|合计|加起来|总和|相加|占(?=全市|[^，。]{0,6}(?:百分|几成))|"
    r"[要再得需该]{1,2}[提抬涨升添增加拉多]{1,2}(?=几|多少)|"
    r"相差|差距|差多少|差|正文|前后|一样|口径|到底|究竟|数字|引用|写材料|要求|定[的了得]|串起来|年份|"
    r"[？?。！!，,、：:；;“”\"（）()《》—~～/的了呢吗啊呀吧伐哦]"
)


def spoken(text: str) -> str:
    """Return a text as names are looked up in it: NFKC, lower case, without white space, quotation marks and 的.

    >>> spoken("“高企” ２０２５年的 PCT")
    '高企2025年pct'
    """
    return DROPPED.sub("", unicodedata.normalize("NFKC", text).lower()).replace("的", "")


def without_places(text: str, places: Sequence[Place]) -> str:
    """Return a text with a break for each place, its rank included."""
    for place in sorted(places, key=lambda place: -len(place.stem)):
        text = text.replace(place.region, BREAK) if place.region else text
        text = re.sub(f"{re.escape(place.stem)}(?:自治区|省|市|区|县|旗|镇)?", BREAK, text)
    return text


def plain_rest(text: str, places: Sequence[Place]) -> str:
    """Return what a text says besides places, years, and how figures are asked for.

    >>> plain_rest("2025年财政科技支出占比哪个高多少？", ())
    '财政科技支出占'
    """
    body = FIGURES.sub(BREAK, text)
    body = ASKED_MONEY.sub(BREAK, without_places(body, places))
    body = ASKING.sub(BREAK, DATES.sub(BREAK, body))
    return " ".join(piece for piece in (part.strip() for part in body.split(BREAK)) if len(piece) > 1)
