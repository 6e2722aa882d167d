"""A case that begins with the name of a park, town, institute or programme -> that name, where no document holds it; "" elsewhere."""

import re

from answer.case import Case
from facts.regions import stem_of
from facts.scope import GENERIC, PLACE

KINDS = rf"(?:{PLACE}|行动计划|计划|工程|行动|基金)"
NAME = re.compile(rf"(?:请问|听说|想问问?)?(?P<name>[\u4e00-\u9fff0-9]{{2,16}}?{KINDS})(?![\u4e00-\u9fff]?(?:{PLACE}))")
NO_NAME = re.compile(
    r"[我咱俺您你的这那叫称往通条个座家有要想和与及在到给对被把让从哪啥谁几多找请了过拿评刚]|原来|以前|之前|现在|今年|去年|什么|怎么|如何|为何|自己|自身|后来|我们|企业|公司|一个|这个|那个|准备|打算|支持|建设|申请|申报|^(?:列[进入]|纳[进入]|评[上为]|获评|入选|通过|立项)"
)
IN_PLAN = re.compile(r"^[^，。？?]*?(?:规划|方案|文件|稿)(?:里|中|上|提)的?")  # where it is looked for: 后来那份方案里甲区
CLAUSE = re.compile(r"[，,。；;？?！!：:]")
QUOTED = re.compile(
    r"[“\"](?P<name>[\u4e00-\u9fff0-9a-zA-Z+]{4,10})[”\"](?:[^，。？?]{0,6}?)(?:是(?!不|否)|指|什么|啥|干嘛|意思|包括|包含|在哪)"
)  # 甲城是干什么的
HALF = 0.5  # share of the pairs of characters of a name from which on documents may mean it by another form of it
SHORTEST = 3  # characters of a name besides what kind of thing it is


def unheard_name(case: Case) -> str:
    """Return the name that a question begins with, where the documents hold neither it nor most of what it is made of."""
    if case.question.english or case.question.about_document:
        return ""
    body = case.vocabulary.everything[0]
    if (quoted := QUOTED.search(case.text)) and not _is_held(quoted["name"].lower(), body):
        return quoted["name"]
    clause = next(filter(None, CLAUSE.split(case.text)), "")
    for stem in {stem_of(place.region or place.stem) for place in case.question.places}:
        clause = re.sub(rf"^{re.escape(stem)}[市区县]?", "", clause)
    match = NAME.match(IN_PLAN.sub("", clause))
    if not match or NO_NAME.search(match["name"]):
        return ""
    name = match["name"].lower()
    own = GENERIC.sub("", name)
    pairs = [own[at : at + 2] for at in range(len(own) - 1)]
    if len(own) < SHORTEST or name in body or sum(pair in body for pair in pairs) >= HALF * len(pairs):
        return ""
    return match["name"]


def _is_held(name: str, body: str) -> bool:
    """Tell whether documents hold a name that a question puts in quotation marks, but for one character at either end."""
    return any(part in body for part in (name, name[1:], name[:-1]))
