"""Lines of a document -> the labels they open with, and what stands behind each: whom it is for, what must hold, what is given.

A label is a short name before a colon, or alone in brackets. One that comes back in a document is told by what kind of word
it is (谁能领, 兑现条件, 不予兑现情形); one that stands once must be a usual name of its kind.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from facts.demands import is_other
from facts.numerals import arabic
from facts.parts import parts_in

SUMS = ("标准", "金额", "额度")  # ends of labels that say that what follows them are the sums
OPENS = r"^\s*(?:[-*•·●◆○]\s*)?(?:答[：:]\s*)?(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]\s*)?(?:\*\*)?(?P<bracket>[【［\[])?"
CLOSES = r"(?(bracket)[】］\]](?:\*\*)?[：:]?|(?:\*\*)?[：:](?:\*\*)?)\s*"
LABEL = re.compile(
    rf"{OPENS}(?:"
    r"(?P<name>(?:政策|项目|事项|条款|奖补|奖励)名称|(?:支持|扶持|申报|奖励|资助)(?:方向|类别|事项|项目)[一二三四五六七八九十\d]{1,2})|"
    r"(?P<who>(?:支持|补助|奖励|扶持|资助|申报|适用|补贴|奖补|享受|受益)(?:对象|主体)|对象)|"
    r"(?P<when>(?:申报|受理|申请|办理)(?:时间|期限|日期)|(?:申报|受理)期)|"
    r"(?P<terms>(?:申报|支持|申请|具体|享受|认定|奖励|补助)?要求|(?:(?!基本|通用|共[同性]|一般|工作|保障|总体)[\u4e00-\u9fff]{2})?条件)|"
    r"(?P<gives>(?:支持|补助|奖励|资助|扶持|奖补|补贴|政策|优惠)(?:标准|方式|内容|金额|额度|政策|措施|方向)|工作方向|标准)|"
    r"(?P<other>(?:联系|责任|主管|牵头|受理|办理)?(?:单位|部门)|(?:[\u4e00-\u9fff]{2})?(?:材料|流程|程序|方式|时间|电话|依据|期限))"
    rf"){CLOSES}"
)
FORM = re.compile(rf"{OPENS}(?P<title>[\u4e00-\u9fff、]{{2,10}}){CLOSES}")
KINDS = {
    "name": r"名称$",
    "barred": r"不(?:予|得|享受|支持|纳入)|除外|排除|负面|禁止|谁不能",
    "other": r"材料|资料|证件|带(?:什么|啥|好)|准备|[提上]交|手续|流程|程序|步骤|渠道|途径|入口|电话|咨询|联系|依据|来源"
    r"|(?<!申报)(?<!支持)(?<!适用)(?<!受益)单位$|部门|科室|处室|股室|窗口|网址|地[点址]|备注|说明|解读|案例"
    r"|提醒|提示|(?:办理|申[报请领]|兑现|兑付|领取|发放|拨付|受理)方式|(?:怎么|怎样|如何|咋|哪里|哪儿|在哪|去哪|找谁)(?!算)",
    "when": r"时间|期限|日期|时限|截止|时候|何时|受理期",
    "terms": r"条件|要求|门槛|资格|前提|情形|(?:认定|准入|入选|申报|评定)标准|硬指标",
    "who": r"对象|主体|范围|人群|谁|(?:什么|哪些|哪类|何)(?:人|企业|单位|项目)|面向|适用|单位$",
    "gives": r"标准|内容|金额|额度|比例|政策|措施|方式|方向|待遇|优惠|多少|力度|奖励|补贴|补助|资助|支持|红包|怎么算",
}
ROLES = {role: re.compile(words) for role, words in KINDS.items()}
NO_LABEL = re.compile(r"其中|包括|如下|以下|例如|比如|分别|同时")
PAID = re.compile(r"\d[^，。；]{0,3}元|\d[\d.]*[%％]")
PAYMENTS = frozenset(("补贴", "奖励", "补助", "资助", "奖补"))  # labels of sums, where figures follow them at once
NEAR = 16
AGAIN = 2  # lines that a name has to open


@dataclass(frozen=True, slots=True)
class Label:
    """What a line opens with: its role, and where what it labels starts; `sums` where it says that sums follow."""

    role: str
    end: int
    sums: bool


@dataclass(slots=True)
class Labels:
    """The roles of a document's own labels, by name."""

    roles: dict[str, str] = field(default_factory=dict)

    def of(self, text: str) -> Label | None:
        """Return the label that some words open with, None where they open with none."""
        if (form := FORM.match(text)) and form["title"] in self.roles:
            role = self.roles[form["title"]]
            sums = form["title"].endswith((*SUMS, "多少")) or (
                form["title"] in PAYMENTS and bool(PAID.search(text[form.end() : form.end() + NEAR]))
            )
            return Label(role, form.end(), role == "gives" and sums)
        if match := LABEL.match(text):
            return Label(match.lastgroup or "", match.end(), (match["gives"] or "").endswith(SUMS))
        return None


def labels_of(lines: Iterable[str]) -> Labels:
    """Return the labels of a document: the names that several of its lines open with, where some of them say what is given.

    Args:
        lines: those of the document, in order.
    """
    told: dict[str, list[str]] = {}
    for line in lines:
        if (match := FORM.match(line)) and not NO_LABEL.search(match["title"]) and not parts_in(match["title"]):  # 方向一 is a part
            told.setdefault(match["title"], []).append(line[match.end() :])
    again = {name: bodies for name, bodies in told.items() if len(bodies) >= AGAIN}
    roles = {name: role_of(name) for name in again}
    usual = {len(again[name]) for name, role in roles.items() if role in ("who", "terms", "gives")}
    known = "gives" in roles.values()
    for name, bodies in again.items():
        if not roles[name] and len(bodies) in usual:
            roles[name] = _by_content([arabic(body) for body in bodies], known=known)
    if "gives" not in roles.values():
        return Labels()
    once = {name: "gives" for name, bodies in told.items() if name in PAYMENTS and name not in roles and PAID.match(bodies[0].lstrip())}
    return Labels({name: role for name, role in roles.items() if role} | once)


def _by_content(bodies: Sequence[str], *, known: bool) -> str:
    """What stands behind a label of which only the company is known: what is given, where no other label says so, else what must hold."""
    if any(PAID.search(body) for body in bodies):
        return "" if known else "gives"
    other = sum(all(is_other(clause) for clause in re.split(r"[，；。、]", body) if clause) for body in bodies)
    return "other" if 2 * other > len(bodies) else "terms"  # what cannot be told is safest read as what must hold


def role_of(name: str) -> str:
    """Return what kind of thing stands behind a label of some name, "" for none known.

    >>> [role_of(name) for name in ("谁能领", "不予兑现情形", "入选门槛", "领多少", "怎么领", "国家级")]
    ['who', 'barred', 'terms', 'gives', 'other', '']
    """
    return next((role for role, words in ROLES.items() if words.search(name)), "")
