"""A sentence and the spans cited for it -> which of its words none of them says."""

import re
from collections.abc import Sequence
from functools import lru_cache

from answer.numerals import CHARS
from answer.plain import bare, plain
from answer.support import Support
from answer.units import UNIT
from facts.indicators import Indicator, aliases, english_names, folded, load_indicators
from facts.terms import load_synonyms
from index.lexical import words

NUMERAL_WORD = re.compile(rf"[\d.]+|[{CHARS}]+(?:{UNIT})?")
LATIN_WORD = re.compile(r"[A-Za-z]{3,}")
CLAUSE = re.compile(r"[，,；;：:。！？!?\n|]|\. ")
MOST_MISSING = 0.45  # share of a clause's words that may be the answer's own
MOST_MISSING_AT_FIGURE = 0.34  # the same where the clause states a figure: there the words say what it is of
# Words an answer may use to tell what a document says; they claim nothing themselves.
TELLING = frozenset(
    (
        "规划 计划 方案 文件 资料 政策 提出 明确 指出 要求 目标 目标值 指标 数值 达到 达 实现 力争 预计 计划 打算 拟 将 为 是 指 即 包括 包含 "  # noqa: E501
        "其中 分别 分别为 分别是 主要 共 共有 一共 合计 总计 同时 另外 此外 还 也 均 都 以上 以下 左右 约 超过 突破 不低于 不少于 不超过 至 到 末 年 "  # noqa: E501
        "年底 时 期间 提高 提升 增加 增长 新增 上升 高 低 多 少 相比 比 较 以及 等 全市 全区 该市 该区 当地 本市 本区 根据 按照 依据 按 "
        "通过 方面 内容 具体 来看 如下 措施 支持 推动 推进 开展 加强 建设 进行 给予 可以 可 需 需要 应 由 负责 相关 有关 问题 回答 数据 情况 "  # noqa: E501
        "没有 有 不是 是 未 正文 表格 指标表 主要指标 图表 专栏 注明 写 写明 写的 口径 一致 不一致 两处 不同 则 而 但 对应 目前 截至 年底 底 曾 累计 其 各 各为 "  # noqa: E501
        "这 方面 安排 如 例如 此 如果 为此 并 并且 和 与 对 在 中 也有 资料 原文 所 列 列为 名为 称为 基数 数字 总数 数据 当时 现有 已有 "
        "第二位 合计数 平均每家 每家 每户 每个 每项 每件 每人 每名 每笔 每亩 倒推 上年 同一个 更高 更低 最高 最低 最多 最少 相同 一样多 并列 都是 增加 减少 增幅 增速 年均 平均 每年 前者 后者 高出 超出 低于 相差 第二 翻番 倍增 不到 够不上 达到 完成 增加得 更多 排名 依次 "  # noqa: E501
        "个 家 项 名 人 件 万 亿 元 万元 亿元 成 百分点 倍 位 条 支 所 座 类 种 大 量 数 数量 值 比例 占比 水平 全社会 规模"
    ).split()
)
# The same in English answers, the words of grammar among them.
TELLING_ENGLISH = frozenset(
    (
        "a an the of in to for at by on and or with from as than per its it their this that these which while whereas both each all total "
        "is are was were be been will would has have had does do aims aim plans plan sets set wants says states gives lists expects "
        "target targets value values figure figures goal goals level levels number numbers share ratio rate about least most more less "
        "over under up down below above higher lower highest lowest fewer difference gap increase increases rise rises grow grows growth "
        "reach reaches reached times percentage percent points point billion million thousand yuan year years end between respectively compared "  # noqa: E501
        "english computed city district county municipality national provincial also only not no person-years people enterprises items sum "
        "average annual against"
    ).split()
)
SHORTEST_NAME = 4  # characters of an indicator's name that is no word of any other use
SHORTEST_TERM = 0.6  # share of a Chinese term's words from which on a text speaks of it


def missing_share(clause: str, readable: Sequence[str]) -> tuple[float, list[str]]:
    """Return the share of a clause's content words that none of some bare texts holds, and those words."""
    telling = [word for word in _content(_without_other_names(clause, tuple(readable))) if word not in TELLING | TELLING_ENGLISH]
    if not telling:
        return 0.0, []
    missing = [word for word in telling if not any(_held(word, text) for text in readable)]
    return sum(map(len, missing)) / sum(map(len, telling)), missing


def unsupported_clause(sentence: str, supports: Sequence[Support]) -> str:
    """Return the first clause of a sentence that says what no cited span says, or ""."""
    readable = [support.readable for support in supports]
    for clause in CLAUSE.split(plain(sentence)):
        share, missing = missing_share(clause, readable)
        limit = MOST_MISSING_AT_FIGURE if re.search(r"\d", clause) else MOST_MISSING
        if missing and share > limit:
            return clause
    return ""


@lru_cache(maxsize=4096)
def _without_other_names(clause: str, readable: tuple[str, ...]) -> str:
    """A clause without names of indicators that one of the texts calls by another of their names, Chinese or English."""
    body = folded(clause)
    found = [(alias, indicator) for alias, indicator in aliases() if len(alias) >= SHORTEST_NAME and alias in body]
    texts = [folded(text) for text in readable] if found else []
    for alias, indicator in found:
        if alias in body and not any(alias in text for text in texts) and any(_called(indicator, text) for text in texts):
            clause = body = body.replace(alias, " ")
    return _without_translated(clause, readable)


def _called(indicator: Indicator, text: str) -> bool:
    return any(len(alias) >= SHORTEST_NAME and alias in text for alias in map(folded, indicator.aliases))


@lru_cache(maxsize=4096)
def _without_translated(clause: str, readable: tuple[str, ...]) -> str:
    """A clause without the English words whose Chinese, as the lexicon has it, stands in one of the texts."""
    if not LATIN_WORD.search(clause):
        return clause
    body = clause.lower()
    for one, name in english_names().items():
        if name.lower() in body and any(_called(load_indicators()[one], folded(text)) for text in readable):
            body = body.replace(name.lower(), " ")
    for key, terms in sorted(load_synonyms().english.items(), key=lambda item: -len(item[0])):
        if key in body and any(_speaks_of(text, term) for text in readable for term in terms):
            body = re.sub(rf"\b{re.escape(key)}[a-z]*", " ", body)
    return body


def _speaks_of(text: str, term: str) -> bool:
    """Tell whether most words of a Chinese term stand in a bare text."""
    pieces = [word for word in words(term) if len(word) > 1] or [term]
    return sum(len(word) for word in pieces if bare(word) in text) >= SHORTEST_TERM * sum(map(len, pieces))


@lru_cache(maxsize=4096)
def _content(clause: str) -> tuple[str, ...]:
    """Words of a clause that are longer than a character, no figures; of a long word and its parts only the parts."""
    found = [word for word in words(re.sub("个?百分点", "", clause)) if not NUMERAL_WORD.fullmatch(word)]
    return tuple(word for word in dict.fromkeys(found) if len(word) > 1)


@lru_cache(maxsize=65536)
def _held(word: str, readable: str) -> bool:
    if word in readable or any(bare(term) in readable for term in load_synonyms().expand(word)):
        return True
    return bool(LATIN_WORD.fullmatch(word)) and _is_in_other_name(word, readable)


def _is_in_other_name(word: str, readable: str) -> bool:
    """Tell whether a text calls an indicator by a name of which another one holds a Latin word: 研发投入强度, the share of GDP."""
    own = [one for one in load_indicators().values() if any(word in folded(alias) for alias in one.aliases)]
    return any(_called(one, folded(readable)) for one in own)
