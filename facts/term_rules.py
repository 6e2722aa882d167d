"""What a single sentence of a document says that a term means, for all its measures."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from facts.demands import names_applicants
from facts.grounds import stripped
from facts.sentences import Sentence, signs

if TYPE_CHECKING:
    from facts.articles import Articles

QUOTED = re.compile(r"^[“\"]([^“”\"]+)[”\"]$")
INCLUDES = re.compile(r"(?:^|[；。])(?P<term>[^，。；、]{2,12}?)(?:主要)?包括(?P<meaning>[^；。]{4,160})")
CALLED = re.compile(
    r"(?:^|[；。])(?P<meaning>[^，。；]{4,80}?)的，?(?:为|是|属于|称为|界定为)(?P<term>(?![^，。；]{0,8}(?:支持|申报|享受|失信))[^，。；、\d]{2,8}(?P<noun>企业|单位|机构|人才))(?=[；。]|$)"
)  # what it is called stands behind: 从业人员1000人以上的为大型企业
ASKED_FOR = re.compile(
    r"什么(?:叫|是|算)(?P<term>[^？?，。]{2,16}?)[？?]|(?P<named>[^？?，。：:]{2,16}?)(?:是什么意思|指(?:的是)?什么|怎么界定|如何界定)"
)
ANSWERED = re.compile(r"^(?:答[：:])?(?:是)?指(?P<meaning>[^；。]{4,160})")
NEXT_TERM = re.compile(r"，(?=[“\"][^“”\"]{2,12}[”\"]，?是?指)")  # after which one more term is defined
TOGETHER = re.compile(
    r"，(?:[两三二\d一-九]+项|上述|以上|前述|各项)[^，]{0,4}(?:条件|指标|要求)?[^，]{0,6}(?:同时)(?:满足|具备|达到|符合)$"
)  # that all of it must hold, said again
BARS = re.compile(r"，(?=[^，。；]{2,20}的(?:，|不得|不予|不能))")  # after what a term means, who gets nothing
APPLICANT = ("企业", "单位", "申报单位", "申报企业", "申报主体", "项目单位", "申请人")  # whoever applies must be what they mean


def defines(found: "Articles", sentence: Sentence, words: str) -> bool:
    """What the document means by a term."""
    bare = signs()["item"].sub("", words)
    defined = list(signs()["defines"].finditer(NEXT_TERM.sub("；", bare))) if "指" in words else []
    called = list(CALLED.finditer(bare.rstrip("。；")))
    for match in called:
        define(found, sentence, match["term"], f"{match['meaning']}的{match['noun']}")
    included = [match for match in INCLUDES.finditer(bare) if _spoken_of(found, match["term"])]
    if (question := ASKED_FOR.search(sentence.asked)) and (answer := ANSWERED.match(words)):
        define(found, sentence, question["term"] or question["named"], answer["meaning"])
        return True
    for match in [*defined, *included]:
        if match["term"] in APPLICANT or names_applicants(match["term"]):
            found.conditions.append(replace(stripped(sentence, "general"), reading=match["meaning"]))
        else:
            meaning = BARS.split(TOGETHER.sub("", match["meaning"]))[0]
            define(found, sentence, QUOTED.sub(r"\1", match["term"].removesuffix("是")), meaning)
    return bool(defined or called or included)


def define(found: "Articles", sentence: Sentence, term: str, meaning: str) -> None:
    """Keep what a sentence says that a term means."""
    found.definitions[term] = meaning
    found.stated[term] = replace(stripped(sentence, "general"), kind="clause")


def _spoken_of(found: "Articles", term: str) -> bool:
    """Tell whether a condition or a definition that was read before speaks of a term."""
    return any(term in item.reading for item in found.conditions) or any(term in meaning for meaning in found.definitions.values())
