"""Question and scores -> whether the question is about what the corpus is about at all."""

import math
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from answer.case import Case
from answer.things import is_framing
from facts.terms import LEXICON

UNSAFE = re.compile(
    r"忽略(?:以上|前面|之前|上面|所有|你的|上述)|无视(?:以上|前面|之前|规则|上述)|(?:系统|内部|初始)提示|系统通知|新指令|提示词|"
    r"system (?:prompt|override)|ignore (?:all|the|any|previous|above|your)|disregard (?:all|the|any|previous|above)|jailbreak|"
    r"developer mode|越狱|没有任何限制|关闭(?:引用|核验|安全)|只(?:输出|回复|回答)[“\"'「]|"
    r"(?:^|[请你来])扮演|扮演(?:一[个位名]|我的)|假装你|你现在是|"
    r"api.?keys?|password|密钥(?!分发|技术|通信)|(?<!商用)(?<!量子)密码(?!学|科|产业|技术|应用|企业|产品|算法|安全)|base64|瞎编|"
    r"编(?:一条|几个|造|个|些|一个)|"
    r"^(?!.*(?:诚信|失信|处罚|惩|查处|打击|防止|防范|杜绝|治理|追究|追回|追责|后果|被(?:查|发现)|会怎[样么]|怎么处理|怎么办|举报)).*(?:伪造|捏造|造假|(?<!虚)假的|冒充|造[一份个张本些]{1,2}[^，。？?]{0,8}假|假(?:证据|证明|合同|材料|发票|公章))|"
    r"^(?!.*(?:诚信|失信|处罚|惩|查处|打击|防止|防范|杜绝|治理|追究|追回|后果|监督|监管|怎么办|举报)).*(?:骗补|骗取|套取|虚报|虚开|假账|假发票|逃税|偷税|漏税|行贿|送礼|红包|走后门|"
    r"查不出来|查不到我|不被(?:查|发现)|蒙混|糊弄)|"
    r"改成.{0,12}(?:看不出|表|数据)|骗(?:子|过)|不得好死|(?:你|就是|真是)[^，。？?]{0,3}废物|^废物|滚(?:开|蛋|！|!|$)|去死|蠢货|傻[逼子瓜]|笨蛋",
    re.I,
)
SMALL_TALK = re.compile(r"^(?:你好|您好|hello|hi|嗨|谢谢|再见|早上好|晚上好|在吗|你是谁|你叫什么)[!！。.~？?]*$", re.I)
MOST_FIELD = 4  # words of it that count
LEARNT = Path(__file__).with_name("topic.toml")


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for a question being on the topic.

    Attributes:
        coverage: share of its concepts that the best evidence holds.
        dense: cosine of the nearest passage.
        lexical: best BM25 score over the most its words could reach.
        region: a region of the corpus is named, or there is but one to speak of.
        known: share of its concepts that stand anywhere in the corpus.
        concepts: how many things it asks about.
        score: score of the best evidence.
        field: different words of the field in it.
    """

    coverage: float
    dense: float
    lexical: float
    region: bool
    known: float
    concepts: int
    score: float
    field: int


@dataclass(frozen=True, slots=True)
class Weights:
    """What the signs weigh (answer/topic.toml, written by eval.calibrate), and the chance from which on a question is on the topic."""

    weights: Mapping[str, float]
    intercept: float
    threshold: float

    def chance(self, signs: Signs) -> float:
        """Return how likely the documents have something to say."""
        total = self.intercept + sum(weight * float(getattr(signs, name)) for name, weight in self.weights.items())
        return 1 / (1 + math.exp(-total))


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """Read the weights once."""
    table = tomllib.loads(LEARNT.read_text(encoding="utf-8"))
    return Weights(table["weights"], table["intercept"], table["threshold"])


@lru_cache(maxsize=1)
def of_field() -> re.Pattern[str]:
    """Return what finds words of the field."""
    return re.compile("|".join(_topics()["field"]), re.I)


@lru_cache(maxsize=1)
def of_daily_life() -> re.Pattern[str]:
    """Return what finds matters of daily life, which no plan speaks of."""
    return re.compile("|".join(_topics()["elsewhere"]), re.I)


def _topics() -> dict[str, list[str]]:
    return tomllib.loads((LEXICON / "topics.toml").read_text(encoding="utf-8"))


def signs_of(case: Case) -> Signs:
    """Return the signs of a question."""
    retrieval, lexical = case.retrieval, case.index.lexical
    most = sum(weight * lexical.rarity(word) for word, weight in retrieval.question.terms.items()) or 1.0
    return Signs(
        coverage=max((item.coverage for item in case.best), default=0.0),
        dense=float(retrieval.dense.max()),
        lexical=float(retrieval.lexical.max()) / most,
        region=bool(retrieval.regions) or case.vocabulary.one_home,
        known=_known(case),
        concepts=len(case.concepts),
        score=case.evidence[0].score if case.evidence else 0.0,
        field=min(MOST_FIELD, len(set(of_field().findall(case.text.lower())))),
    )


def _known(case: Case) -> float:
    """The share of what a question asks about that stands anywhere in the documents; words that only frame it may be left out."""
    known = [(concept, concept.weight * case.vocabulary.share(concept)) for concept in case.concepts]
    asked = [(concept.weight, share) for concept, share in known if not is_framing(concept.key, case.question)]
    total = sum(weight for weight, _ in asked)
    return max(sum(share for _, share in known), sum(share for _, share in asked) / total if total else 0.0)


def on_topic(signs: Signs) -> bool:
    """Tell whether the documents can have something to say."""
    learnt = load_weights()
    return learnt.chance(signs) >= learnt.threshold
