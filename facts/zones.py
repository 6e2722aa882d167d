"""Development zones: what they are called behind their names, and the one zone of a corpus where it is called by its kind alone."""

import re
from collections.abc import Mapping

# What a zone is called behind its name: 澜湾经济技术开发区, 云屏高新区, 石渡软件园.
ZONE = re.compile(
    r"(?:国家级?|省级|综合)?(?:(?:(?:经济|高新)技术(?:产业)?|高新|经济|工业|产业|科技|旅游|保税|综合)*开发区|(?:高新|经开|保税|新城|示范|自贸|工业|产业|软件|科技)新?区|"
    r"新区|新城|(?:软件|科技|工业|产业|物流|科创|创业|创新|农业)园区?|科[学技]城)$"
)
# Kinds by which people call a zone, with what its name then holds.
KINDS = {
    "经济技术开发区": "经济.*开发区",
    "经济开发区": "经济.*开发区",
    "经开区": "经开区|经济.*开发区",
    "开发区": "开发区",
    "高新区": "高新",
    "新区": "新区$",
}
# What stands behind a zone that pays: 开发区给多少, 高新区还奖吗
PAYING = (
    r"(?:里|这边|管委会)?(?:总共|一共|还|再|也|另外|能|可以|会|最多|有没有|有什么|有哪些)*"
    r"(?:能?[给补奖贴发拿领批]|支持|扶持|政策|补贴)"
)


def lone_zone(regions: Mapping[str, str]) -> tuple[str, re.Pattern[str]] | None:
    """Return the stem of the one zone of some regions, with how it is called as whoever pays; None where there is none or several.

    Args:
        regions: stem -> region.
    """
    zones = [(stem, region) for stem, region in regions.items() if ZONE.search(region)]
    if len(zones) != 1:
        return None
    stem, region = zones[0]
    called = "|".join(kind for kind, sign in KINDS.items() if re.search(sign, region))
    opens = rf"(?<![\u4e00-\u9fff])(?:我们?|咱们?|在)?(?:{called})(?={PAYING})"
    return (stem, re.compile(rf"{opens}|(?<=[在加和是])(?:{called})(?=[,，。加给])")) if called else None
