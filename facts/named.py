"""Words before or after a figure -> the name of what it is a figure of."""

import re
from dataclasses import dataclass

from facts.scope import entity_of

COMPARING = re.compile(
    r"(?:\s|已|均|都|将|[三五]年(?=累计)|由目前|则|也|共|总数|预计|有望|力争|争取|确保|努力|累计|合计|基本|稳定|持续|逐步|分别|年均|每年|平均)*"
    r"(?:达到?|为|是|突破|超过|超|逾|不低于|不少于|不超过|不高于|至少|高于|低于|大于|不足|不到|年均增长|年均|累计安排|累计投入|实现倍增|倍增|翻番|实现翻番|提高|提升|增加|增长|年增|增|上升|跃升|升|降低|下降|降|减少|压减|压缩|缩短|缩减|延长|扩大|翻|保持|控制|稳定|约|近|接近|占|位居|居|位列|列|排名|跃居|到|至|在|了|共|有|>|＞|≥|<|＜|≤|～|第|以|的|由|从|全国|全省|全市|前列|仅|只|还|(?:到|至|截至|在)(?:19|20)\d{2}年(?:底|末)?|\s)*$"
)
LEADING = re.compile(
    r"^(?:\s|\*|[一二三四五六七八九十]是|目前|届时|年度|每年|到|至|截至|截止|在(?!孵|研|建项目|校|站|册|库|岗)|自(?!治|主|来水|来气|然|动|贸|营|有|助|给)|从|由|以(?![上下内])|为|使|[三五]年(?:间|来|内)?(?=[\u4e00-\u9fff])|获(?=[省市国])|将(?!军)|的|了|均|都|已|并|且|和|与|及|并且|同时|其中|基本|初步|全面|全力|积极|大力|着力|加快|推动|推进|促进|实现|跻身|迈入|力争|争取|确保|努力|预计|计划(?!单列)|有望|累计|共|共计|总计|年|年底|末|底|期间|期末|时期|以来|"
    r"建成|建设|建立|建有|新建|新增|新引进|引进|引育|引入|培育|培养|集聚|聚集|拥有|现有|已有|形成|打造|创建|争创|获批|认定|入选|获得|取得|完成|实施|组织|支持|扶持|带动|孵化(?!面积|基地|器|载体|场地|空间|育成)|设立|成立|布局|发展(?!指数|专项|资金)|新培育|新引育|新认定|吸引|发放|投入(?!强度|产出|占比|总[量额])|授权(?!量)|转化(?!率)|推广(?!面积|应用面积)|"
    r"全市|全区|全县|全旗|我市|我区|我县|本市|(?:19|20)\d{2}\s*[-—–~～至]+\s*(?:19|20)\d{2}年?|(?:19|20)\d{2}年?|[“\"]?十[一二三四五]五[”\"]?|规划期末|规划期|，|。|、|：|不断|持续|进一步|稳步|各类(?=人才)|超过|不少于|至少|突破|达到|达)+"
)
FUNCTION = re.compile(r"^(?:个|家|名|项|以上|左右|其中|分别|等|的|和|及|或|前|倍|年|以内|之一)+$")
NO_NAME = re.compile(
    r"^(?:低于|高于|分别比|分别较|占|同比|仅|比|对(?!外|口|接)|只|进入$|相当于|高达|较|提高到|提升[至到]|增[至加]到?|上升[至到]|达到|[一二三四五六七八九十]年$|首期$|安排$|期间$|[—–-])|"
    r"(?:升级到|减按|政策以来已对|提供|遴选)$|[“”（(]$|每(?![百千万亿])[\u4e00-\u9fff]{2}$|^每(?:家|个|名|户|年最)|最高$|(?:安排|配备|设立|下达|举办)$|^按|^以[上下]|^及以上"
)
LISTED = re.compile(r"^.{2,}(?<![高平同初中优一])等(?![级比院学价量待于])(?=[\u4e00-\u9fff]{3})")  # 甲、乙等应用场景
ENTERS = re.compile(r"(?<=..)(?:连续[\d一二三四五六七八九十]+年(?:进入|跻身)?|跻身|迈入)$")  # before a rank
DEED = re.compile(r"(?:新增|引进|引育|授权|转化|建成|培育|培养|获批|推广|发放|完成|孵化|创建|新建)(?:各类)?$")
YEAR_AT_END = re.compile(r"(?:(?<=[耗量度值率额重放])[较比])?\s*(?:19|20)\d{2}\s*年(?:底|末)?$")
FROM = re.compile(r"(?:从|由)\s*(?:(?:19|20)\d{2}\s*年(?:底|末|初)?的?|(?:现有?|现在|目前|原来|当前)的?)?\s*$")  # where a figure begins
SHORTEST, LONGEST = 2, 40
SHORT = 2  # characters of a name that says too little without the verb before it


@dataclass(frozen=True, slots=True)
class Named:
    """The name of a quantity.

    Attributes:
        name: the indicator's words.
        start: first code point of the name in the text.
        end: one past the last.
        words: name, verbs and comparing words before the figure.
        subject: the park or body that the clause is about, or "".
        earlier: the figure is the earlier one of two ("由45.2%提高到71.6%").
        since: where the earlier figure of two stands, for the later one; else -1.
        year: the year that a list of years gives it (2026年、2027年分别达到…), or 0.
        place: the city or county that a list of places gives it, or "".
    """

    name: str
    start: int
    end: int
    words: str
    subject: str = ""
    earlier: bool = False
    since: int = -1
    year: int = 0
    place: str = ""


def clean_name(text: str, left: int, right: int, words: str) -> Named | None:
    """Return the name in text[left:right], verbs before it and comparing words behind it left out; None where there is none.

    Args:
        text: the text that holds it.
        left: first code point of the clause.
        right: where its figure starts.
        words: the clause's words up to the figure.
    """
    body = text[left:right]
    cut = COMPARING.search(body)
    stop = cut.start() if cut else len(body)
    lead = LEADING.match(body[:stop])
    first = lead.end() if lead else 0
    if from_ := FROM.search(body[first:stop]):
        stop = first + from_.start()
    name = ENTERS.sub("", LISTED.sub("", body[first:stop].strip(" \n\t的“”*")))
    if (
        body.rstrip().endswith(("和", "与", "及"))
        or not SHORTEST <= len(name) <= LONGEST
        or not re.search(r"[\u4e00-\u9fffA-Za-z]{2}", name)
        or FUNCTION.match(name)
        or NO_NAME.search(name)
    ):
        return None
    name = YEAR_AT_END.sub("", name) if len(name) > SHORT + len("2030年") else name
    if len(name) <= SHORT and (deed := DEED.search(body[:first])):  # 新增就业, 授权专利
        first = deed.start()
        name = body[first:stop].strip(" \n\t的“”*")
    at = left + body.find(name, first)
    if name.count("”") > name.count("“") and text[at - 1 : at] == "“":
        at, name = at - 1, f"“{name}"
    if name.count("“") > name.count("”") and text[at + len(name) : at + len(name) + 1] == "”":
        name = f"{name}”"
    subject = entity_of(name) if not name.endswith(tuple("院所区园室心镇")) else ""
    return Named(squeezed(name), at, at + len(name), words, subject)


def squeezed(name: str) -> str:
    """Return a name without white space."""
    return re.sub(r"\s+", "", name)
