"""Headings and words before a figure -> the part of the jurisdiction that it is of."""

import re

PLACE = (
    r"走廊|园区|产业园区?|创业园区?|科技园区?|工业园区?|分园|(?<![公校家花果庄乐菜田桃茶游])(?<!幼儿)园(?![区林地艺丁长内中])|高新区|开发区|经开区|保税区|合作区|试验区|生态园|小镇|创新带|科创带|科学城|科技城|大学城|科创城|科创区|街区|(?<!高)新区|新城|"
    r"研究院|研究所|研究中心|实验室|创新中心|创新平台|综合体|大学(?!生)|学院|医院|服务中心|公司|集团|港|镇|街道"
)
ENTITY = re.compile(rf"[\u4e00-\u9fffA-Za-z0-9（）()“”·+-]{{2,24}}?(?:{PLACE})(?:有限公司|[（(][^（()）]{{2,10}}[)）])?")
VERBS = re.compile(
    r"^(?:一批|(?:19|20)\d{2}年[底末]?|[一二三四五六七八九十\d]+(?!号)[、.．)）]?|（[一二三四五六七八九十]+）|高标准|高水平|高质量|高起点|全力|全面|加快|加速|着力|大力|积极|深入|深化|构筑|推进|推动|建设|打造|提升|建好|做强|做优|做大|"
    r"培育|发展|支持|谋划|建强|建优|壮大|集聚|布局|优化|完善|争创|创建|强化|加强|实施|以|在|到|依托|围绕|聚焦|重点|共建|构建|引进|新建|申报|持续|努力|发挥|的|将|把|力争|全市|全区|和|与|、)+"
)
GENERIC = re.compile(
    rf"{PLACE}|"
    r"全国|全省|跨国|自治区级?|国家级?|省级?|市级|重大|核心|关键|骨干|优势|未来|县级|区级|[\u4e00-\u9fff]{2}市级|以上|及|各类?|重点|企业|产业|技术|创新|新型|研发|工程|研究|制造业?|高能级|高水平|高质量|一流|科技|公共|服务|平台|特色|小微|高新|专业|"
    r"综合|机构|共性|若干|一批|主要|现有|学科|联合|应用|开放|高等|理工类|示范|智能|数字|乡镇级?|级|个|家|类|的|型|新|大|小|等|所|“双创”|双创|科创|孵化|成果|转化|转移|海外|众创|经济|现代|标杆|型"
    r"|[（()）“”、·+\d-]"
)
KIND_OF_PLACE = re.compile(
    r"园区|科创区|科创城|科学城|科技城|小镇|走廊|街区|新区|开发区|高新区|高新园|分园|产业园|核心区|创新带|区内|园内|镇内"
)
BY_WAY = re.compile(r"以|依托|围绕|聚焦|对接|融入|借助|依靠|瞄准|加强与|联动")
WHOLE = re.compile(r"全(?:市|区|县|省|国|社会)?|我[市区县]|本[市区县]|市域|区域")


def entity_of(words: str) -> str:
    """Return the park, institute or other body that some words name, "" where they name none or a kind of them only.

    >>> entity_of("加快建设甬江科创大走廊"), entity_of("加强产业技术研究院建设"), entity_of("1. 做强滨海经济开发区")
    ('甬江科创大走廊', '', '滨海经济开发区')
    """
    for match in ENTITY.finditer(words):
        name = VERBS.sub("", match.group()).strip("“”")
        if GENERIC.sub("", name):
            return name
    return ""


def subject_of(heading: str) -> str:
    """Return the body that a heading is about as a whole, "" where it only names one on the way.

    >>> subject_of("（一）加快建设甬江科创大走廊"), subject_of("构筑以甬江实验室为龙头的实验室体系")
    ('甬江科创大走廊', '')
    """
    found = entity_of(heading)
    return found if found and not BY_WAY.search(heading.partition(found)[0]) else ""


def is_whole(words: str) -> bool:
    """Tell whether words before a name mean the whole jurisdiction."""
    return bool(WHOLE.fullmatch(words))
