"""Question and scores -> whether the question is about what the corpus is about at all."""

import math
import re
from dataclasses import dataclass

UNSAFE = re.compile(
    r"忽略(?:以上|前面|之前|上面|所有|你的|上述)|无视(?:以上|前面|之前|规则|上述)|(?:系统|内部|初始)提示|系统通知|新指令|提示词|"
    r"system (?:prompt|override)|ignore (?:all|the|any|previous|above|your)|disregard (?:all|the|any|previous|above)|jailbreak|"
    r"developer mode|越狱|没有任何限制|关闭(?:引用|核验|安全)|只(?:输出|回复|回答)[“\"'「]|"
    r"(?:^|[请你来])扮演|扮演(?:一[个位名]|我的)|假装你|你现在是|"
    r"api.?keys?|password|密钥(?!分发|技术|通信)|(?<!商用)(?<!量子)密码(?!学|科|产业|技术|应用|企业|产品|算法|安全)|base64|瞎编|"
    r"编(?:一条|几个|造|个|些|一个)|"
    r"^(?!.*(?:诚信|失信|处罚|惩|查处|打击|防止|防范|杜绝|治理|追究)).*(?:伪造|捏造|造假|(?<!虚)假的|冒充|造[一份个张本些]{1,2}[^，。？?]{0,8}假|假(?:证据|证明|合同|材料|发票|公章))|"
    r"^(?!.*(?:诚信|失信|处罚|惩|查处|打击|防止|防范|杜绝|治理|追究|追回|后果|监督|监管|怎么办|举报)).*(?:骗补|骗取|套取|虚报|虚开|假账|假发票|逃税|偷税|漏税|行贿|送礼|红包|走后门|"
    r"查不出来|查不到我|不被(?:查|发现)|蒙混|糊弄)|"
    r"改成.{0,12}(?:看不出|表|数据)|骗(?:子|过)|不得好死|废物|滚(?:开|蛋|！|!|$)|去死|蠢货|傻[逼子瓜]|笨蛋",
    re.I,
)
SMALL_TALK = re.compile(r"^(?:你好|您好|hello|hi|嗨|谢谢|再见|早上好|晚上好|在吗|你是谁|你叫什么)[!！。.~？?]*$", re.I)
# Matters of daily life that no plan speaks of, however many of a question's words its documents hold.
ELSEWHERE = re.compile(
    r"天气|下雨|气温|带伞|台风|空气质量|股票|股价|目标价|涨停|炒股|彩票|外卖|好吃|菜谱|泡酒|酿酒|腌制|炖|红烧|食谱|餐厅|电影|演唱会|打车|"
    r"(?:高铁|火车|飞机|航班|地铁|公交)[^，。？?]{0,10}(?:几点|班次|票价|多少钱|怎么坐|时刻)|(?:机|车|火车|高铁|船|电影|演出)票|订[^，。？?]{0,12}(?:票|酒店|房)|旅游攻略|景点|门票|"
    r"爬虫|写(?:一段|一个|个|首|篇)?(?:python|代码|程序|脚本|小说|诗|情书|检讨|作业)|"
    r"phishing|world cup|write (?:me )?(?:an? )?(?:\w+ )?(?:poem|story|script|code|e-?mail|essay|letter)|"
    r"比分|球队|世界杯|星座|算命|相亲|房价|学区房|限行|挂号|开刀|结节|感冒|发烧|血压|减肥|作文|情诗|笑话|weather|stock price|recipe|movie",
    re.I,
)
THRESHOLD = 0.4

# Logistic regression on the development questions, answerable ones against those that have nothing to do with the
# corpus; ten-fold cross-validation: area under the curve 0.94, at the threshold 65 % of them caught, 1.5 % of the
# answerable ones lost (patterns above catch most of the rest).
WEIGHTS = {"coverage": 4.85, "dense": 7.24, "lexical": 11.97, "region": 2.63, "known": -1.82, "concepts": 0.19, "score": 1.15}
INTERCEPT = -6.48


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for a question being on the topic.

    Attributes:
        coverage: share of its concepts that the best evidence holds.
        dense: cosine of the nearest passage.
        lexical: best BM25 score over the most its words could reach.
        region: a region of the corpus is named.
        known: share of its concepts that stand anywhere in the corpus.
        concepts: how many things it asks about.
        score: score of the best evidence.
    """

    coverage: float
    dense: float
    lexical: float
    region: bool
    known: float
    concepts: int
    score: float


def on_topic(signs: Signs) -> bool:
    """Tell whether the documents can have something to say."""
    total = INTERCEPT + sum(weight * float(getattr(signs, name)) for name, weight in WEIGHTS.items())
    return 1 / (1 + math.exp(-total)) >= THRESHOLD
