"""Names of a list -> each with the end that only the last of them has."""

import re
from collections.abc import Sequence

SHARED_END = re.compile(r"(?:增加值|营业收入|投资额?|产值|销售收入|经费|专利|占|装机容量|装机|产能|产量|规模)[^、]*$")
HAS_END = re.compile(r"增加值|营业收入|投资|产值|收入|经费|专利|占|数|量|额|率|装机|产能|规模")
LEVEL = re.compile(r"(?P<lead>.*?)(?P<level>(?:国家|世界|[\u4e00-\u9fff]{0,3}[省市区县部])级?(?:及?以上)?)")
LAST_LEVEL = re.compile(r".*?(?:国家|世界|[\u4e00-\u9fff]{0,3}[省市区县部])级(?:及?以上)?(?P<rest>[\u4e00-\u9fffA-Za-z].+)", re.S)
CLASS = re.compile(r"(?P<what>.*?)(?P<sum>超过?\d*[百千万亿]*元)(?P<end>.*)", re.S)  # 产值超10亿元企业
ONLY_LEADS = re.compile(r"(?:新增|新建|建成|建设|建有|拥有|现有|累计|培育|创建|引进|认定|获批|其中|全[市区县]|力争|争取|\s)*")


def with_shared_end(parts: Sequence[str]) -> list[str]:
    """Return the names of a list, each with the end that only the last one has.

    >>> with_shared_end(["甲产业", "乙产业增加值占比"]), with_shared_end(["省级", "市级实验室数量"])
    (['甲产业增加值占比', '乙产业增加值占比'], ['省级实验室数量', '市级实验室数量'])
    """
    if len(parts) > 1 and (last := LAST_LEVEL.match(parts[-1])) and are_levels(parts[:-1]):
        return [part.strip() + ("" if "级" in part else "级") + last["rest"] for part in parts[:-1]] + [parts[-1]]
    if len(parts) > 1 and (classes := _classes(parts)):
        return classes
    end = SHARED_END.search(parts[-1]) if len(parts) > 1 else None
    if not end:
        return list(parts)
    return [part if HAS_END.search(part) else part + end.group() for part in parts[:-1]] + [parts[-1]]


def _classes(parts: Sequence[str]) -> list[str]:
    """Names of classes by a sum, what is measured only before the first and who is counted only behind the last; [] where they are none.

    >>> _classes(["产值超亿元", "超10亿元企业"])
    ['产值超亿元企业', '产值超10亿元企业']
    """
    found = [CLASS.fullmatch(part.strip()) for part in parts]
    first, last = found[0], found[-1]
    if first is None or last is None or not last["end"] or not all(one and one["what"] in ("", first["what"]) for one in found):
        return []
    return [first["what"] + one["sum"] + last["end"] for one in found if one]


def are_levels(parts: Sequence[str]) -> bool:
    """Tell whether all parts of a list are nothing but levels: 国家级, 省."""
    found = [LEVEL.fullmatch(part.strip()) for part in parts]
    return all(one is not None and ONLY_LEADS.fullmatch(one["lead"]) is not None for one in found)
