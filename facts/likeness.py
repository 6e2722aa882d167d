"""How much of some words others say: by their pairs of characters, short forms written out."""

import re
import tomllib
from difflib import SequenceMatcher
from functools import lru_cache

from facts.terms import LEXICON

FILLER = re.compile(r"[的了对向为按且并和与或在以及、，。；;,.\s（）()“”\"·|每个家新来到去]|企业|获得|取得|完成")

ENDS = re.compile(r"^[的了对为按且并和与或在及每个家，、]+|[的了对为按且并和与或在及每个家，、]+$")
NOISE = re.compile(
    r"(?:上[一1]?|本|当|前[一1]?|全|各|年)年?度|项目期内|期间|全职|新?引进的?|当年|上年|去年|今年|明年|前年|以前|之前|首次|第一次|实际|累计|合计|列入|纳入|入选|进入|进了|通过|"
    r"经(?:过)?(?=[\u4e00-\u9fff])|认定|评定|获评|评上|获得|取得|完成|实施|开展|组织|从事|参加|已经?|按期|新增|新建|我们?|公司|企业|单位|本[市区县]|我[市区县]|区内|市内|县内|(?![园社山校厂景])[\u4e00-\u9fff]{2}(?<!高新|开发|工业|保税|自贸|示范|产业|功能)[区县](?!级)|在|了|过|由|其|范围内|人民币|有关|相关"
)


@lru_cache(maxsize=1)
def _short_forms() -> dict[str, str]:
    return dict(tomllib.loads((LEXICON / "traits.toml").read_text(encoding="utf-8"))["short"])


@lru_cache(maxsize=8192)
def written_out(words: str) -> str:
    """Return some words with the short forms that people use written as texts write them."""
    for short, full in _short_forms().items():
        words = words.replace(short, full)
    return words


@lru_cache(maxsize=8192)
def pairs(words: str) -> frozenset[str]:
    """Return the pairs of characters of some words, little words left out."""
    body = FILLER.sub("", written_out(words))
    return frozenset(body[place : place + 2] for place in range(len(body) - 1))


def overlap(words: str, other: str) -> float:
    """Return the share of the pairs of characters of some words that others hold, little words left out."""
    mine = pairs(words)
    return len(mine & pairs(other)) / len(mine) if mine else 0.0


def shared_run(words: str, other: str) -> str:
    """Return the longest run of characters that some words share with others, little words at its ends left out.

    >>> shared_run("获得提名奖", "第一次得了质量奖提名奖"), shared_run("贷款本金", "银行流贷")
    ('提名奖', '贷')
    """
    found = SequenceMatcher(None, words, other, autojunk=False).find_longest_match()
    return ENDS.sub("", words[found.a : found.a + found.size])


def core(words: str) -> str:
    """Return what some words are about: times, verbs of having and getting, and little words left out.

    >>> core("上一年度实际支付云服务费")
    '支付云服务费'
    """
    return NOISE.sub("", written_out(words))


def likeness(words: str, other: str) -> float:
    """Return how much of some words others hold: of their pairs, or of their characters in the same order, whichever is more.

    >>> likeness("消防验收合格", "消防也验收过了") > 0.6, likeness("消防验收合格", "合格的产品") < 0.5
    (True, True)
    """
    mine, held = FILLER.sub("", written_out(words)), FILLER.sub("", written_out(other))
    score = overlap(words, other)
    if len(mine) < 4 or not score:
        return score
    row = [0] * (len(held) + 1)
    for mark in mine:
        before = 0
        for at, char in enumerate(held, 1):
            before, row[at] = row[at], before + 1 if mark == char else max(row[at], row[at - 1])
    return max(score, row[-1] / len(mine))
