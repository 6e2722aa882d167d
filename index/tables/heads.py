"""The header of a column of a list of policies -> the kind of thing that its cells tell, by the word that the header ends with."""

import re
from collections.abc import Sequence

LONGEST = 14  # characters of a header
ASIDE = re.compile(r"（[^）]*）|\([^)]*\)|\s")
ENDS = (
    ("counter", r"序号|编号|代码|编码|(?<![\u4e00-\u9fff])号|(?:项目|事项|专项)号|No\.?|#"),
    (
        "name",
        r"名称|项目|事项|政策|条款|专项|条目|类别|类型|种类|方向|领域|环节|阶段|称号|荣誉|奖项|层次|情形|情况|分类|档次|等级|级别"
        r"|(?<!支持)(?<!优惠)措施",
    ),
    ("limit", r"上限|最高.{0,4}|封顶.{0,3}|限额"),
    ("window", r"(?:申报|受理|办理|申请)(?:时间|期限|时限|日期)|(?:申报|申请)窗口"),
    ("terms", r"条件|要求|门槛|资格|(?:认定|申报|评定|评价|入库|准入)标准|说明"),
    (
        "who",
        r"对象|主体|范围|申请人|申报人|人群|(?:申报|申请|支持|适用|享受|受益|奖补|奖励|补助|补贴|资助|扶持)(?:企业|单位|机构|个人|人员)",
    ),
    (
        "duty",
        r"部门|处室|科室|窗口|单位"
        r"|(?:责任|牵头|主管|经办|承办|受理|办理|落实|审核|兑现|实施|组织|联系|咨询|主办|负责).{0,2}(?:单位|机构|人)|单位",
    ),
    ("papers", r"材料|流程|程序|依据|电话|方式(?<!支持方式)(?<!奖补方式)(?<!补助方式)(?<!扶持方式)(?<!奖励方式)|渠道|备注"),
    ("count", r"数|数量|次数|人数"),
    (
        "gives",
        r"标准|金额|额度|力度|比例|奖励|补贴|补助|资助|奖补|贴息|奖金|资金|经费|待遇|优惠|方式|(?:支持|优惠)措施"
        r"|(?:支持|奖补|奖励|优惠|兑现|补助|政策|扶持|服务)内容|(?<![\u4e00-\u9fff])内容",
    ),
)
HOLDS = (
    ("window", r"(?:申报|受理|办理|申请)(?:时间|期限|时限|窗口|日期)"),
    ("duty", r"部门|负责|处室|科室|责任"),
    ("limit", r"上限|最高|封顶|限额|不超过"),
    ("who", r"对象|主体|申请人"),
    ("terms", r"条件|要求|说明"),
    ("gives", r"标准|金额|额度|奖励|补贴|补助|资助|奖补|贴息|奖金"),
)  # for headers that end with another word
KINDS = tuple((kind, re.compile(rf".*(?:{words})")) for kind, words in ENDS) + tuple(
    (kind, re.compile(rf".*(?:{words}).*")) for kind, words in HOLDS
)


def kind_of_head(head: str) -> str:
    """Return counter, name, limit, window, terms, who, duty, papers, count or gives; "" for a header of none of them.

    >>> [kind_of_head(head) for head in ("适用企业", "享受门槛", "扶持力度（万元）", "兑现部门", "补助项目", "2025年")]
    ['who', 'terms', 'gives', 'duty', 'name', '']
    """
    words = ASIDE.sub("", head)
    return next((kind for kind, pattern in KINDS if pattern.fullmatch(words)), "")


def heads_offers(heads: Sequence[str]) -> bool:
    """Tell whether headers are those of a list of policies: what is given, and whom, on what terms or what for; all of some kind."""
    if len(heads) < 3 or any(len(ASIDE.sub("", head)) > LONGEST for head in heads):
        return False
    kinds = [kind_of_head(head) for head in heads]
    return all(kinds) and "gives" in kinds and bool({"who", "terms", "name"} & set(kinds))
