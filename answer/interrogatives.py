"""Words of a question -> what its interrogatives ask the number of: a kind of figure, the counter, and where they stand."""

import re
from dataclasses import dataclass

TIME = "个?工作日|个?月|个?星期|个?小时|个?钟头|分钟|年|天|周"
COUNTERS = "个家项座台套条所支件名位处片辆艘亩只批类种场吨篇张本部趟架颗枚人户单层楼次届宗起门节栋间幢笔轮封份期堂株头岁度成块"
ASKED = re.compile(
    rf"(?<![哪这那前近后上下])(?<![^建办做盖修装]好)(?P<q>多少|几|多[大高长快远])(?P<scale>[十百千万亿]*)"
    rf"(?P<counter>[人家台]次|个[亿万]|个?百分点|个?点(?!子)|%|{TIME}|平方公里|平方千米|平方米|平方|平米|公里|公顷|元|块?钱|[{COUNTERS}])?(?P<rest>[\u4e00-\u9fff]?)"
)
NO_NUMBER = re.compile(r"几(?:乎|何|年[前来后间]|分[之像])")
ANOTHER = re.compile(
    r"啥|什么|哪|谁|怎么|如何|怎样|为何|吗|是否|有没有|能不能|可不可以|能否|可否|行不行|成不成|好不好|[\u4e00-\u9fff]{2}不[？?]?$"
)  # what such a question asks in truth: 手上有几项专利，怎么贷款
CLAUSE = re.compile(r"[，,。；;？?！!：:（）()]")
IMPLIED = re.compile(r"的?目标值?呢?$|(?:定得|是|要)?[最更][高低多少大小]|[高低多少大小]些?$")  # 甲市产量目标; 谁的机器人密度最高
ASKS = re.compile(rf"多少|几(?!乎|何|年[前来后间])|{ANOTHER.pattern}|[呢？?]")
TOLD = re.compile(r"\d|[我咱俺]|本(?:公司|企业|厂)")  # an amount, or of oneself
PIECE = re.compile(r"[^，,。；;！!：:]+[，,。；;！!：:]*")
AMONG = re.compile(r"谁|哪[个家里一]|目标值?呢?$")
KINDS = {
    "t": re.compile(rf"(?:{TIME})$"),
    "元": re.compile(r"元$|钱$|^个[亿万]$"),
    "%": re.compile(r"成$|点$|%$"),
    "m2": re.compile(r"平方|平米|公顷|^亩$"),
    "m": re.compile(r"^公里$"),
}


@dataclass(frozen=True, slots=True)
class Interrogative:
    """One place where a question asks for a number.

    Attributes:
        kind: "t" a length of time, "元", "%", "m2", "m", "n" a count, "" where no counter says.
        counter: the counter or unit, "" where there is none.
        clause: the clause it stands in.
        start: where it begins in the clause.
        end: one past its counter.
    """

    kind: str
    counter: str
    clause: str
    start: int
    end: int


def interrogatives(text: str) -> tuple[Interrogative, ...]:
    """Return where a question asks for numbers; 几 for "some" left out.

    Args:
        text: the question, NFKC.

    >>> [(one.kind, one.counter) for one in interrogatives("合同签了几年，来了多少户，占几成")]
    [('t', '年'), ('n', '户'), ('%', '成')]
    >>> [one.clause[: one.start] for one in interrogatives("甲乙谁的机器人密度最高")]
    ['甲乙谁的机器人密度']
    >>> interrogatives("手上有几项发明，贷款有什么门道"), interrogatives("这几年抓什么")
    ((), ())
    >>> interrogatives("手里有几个专利，想拿去贷点钱，行不行？")
    ()
    >>> interrogatives("手里就几个专利，有路子贷到款不？"), [one.kind for one in interrogatives("基金一共几个亿")]
    ((), ['元'])
    """
    found: list[Interrogative] = []
    for clause in filter(None, CLAUSE.split(text)):
        for match in ASKED.finditer(clause):
            some = match["q"] == "几" and (ANOTHER.search(clause, match.end()) or (ANOTHER.search(text) and "多少" not in clause))
            if not some and not NO_NUMBER.match(clause, match.start()):
                counter = match["counter"] or ""
                counter = "次" if counter.endswith("次") else counter
                found.append(Interrogative(kind_of(counter), counter, clause, match.start(), match.start("rest")))
    return tuple(found or _implied(text))


def _implied(text: str) -> list[Interrogative]:
    """Where a question without an interrogative of number asks for one all the same: the name of a target, or which one is the highest."""
    clauses = [clause for clause in CLAUSE.split(text) if AMONG.search(clause)]
    return [Interrogative("", "", clause, match.start(), match.end()) for clause in clauses if (match := IMPLIED.search(clause))]


def asking_part(text: str) -> str:
    """Return a question without the clauses that only tell a case: amounts, or of oneself, and nothing asked.

    >>> asking_part("我们去年租金花了70万，能补多少"), asking_part("租金多少，2025年的")
    ('能补多少', '租金多少，2025年的')
    """
    pieces = PIECE.findall(text)
    asking = [bool(ASKS.search(piece)) for piece in pieces]
    if not any(asking):
        return text
    last = max(at for at, asks in enumerate(asking) if asks)  # what follows on the asking narrows it down
    return "".join(piece for at, piece in enumerate(pieces) if asking[at] or at > last or not TOLD.search(piece))


def kind_of(counter: str) -> str:
    """Return the kind of number that a counter or unit makes.

    >>> kind_of("个月"), kind_of("元"), kind_of("家"), kind_of("")
    ('t', '元', 'n', '')
    """
    return next((kind for kind, pattern in KINDS.items() if pattern.search(counter)), "n" if counter else "")
