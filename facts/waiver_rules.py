"""What a single sentence of a document says is not asked of some of its parts."""

import re
from typing import TYPE_CHECKING

from facts.grounds import stripped
from facts.parts import parts_in
from facts.sentences import Sentence, signs

if TYPE_CHECKING:
    from facts.articles import Articles

BRANCH = re.compile(r"可以?由[^，。；]{0,16}(?:分公司|分支机构|个体工商户)申[报请]")  # who need not be a legal person
SELF = re.compile(r"不适用本(?:款|条|项)(?:规定)?$|不适用本(?:款|条|项)(?:规定)?(?=[；。])")
FREED = re.compile(r"不受(?:本条|本款|前款|上款)(?:第?(?P<item>[（(][一二三四五六七八九十]+[）)])项?)?(?:规定)?的?限制")
OF_ITEM = re.compile(r"不受(?P<article>第[一二三四五六七八九十百]+条)第?(?P<item>[（(][一二三四五六七八九十]+[）)])项[^，。；]{0,12}限制")


def waiver(found: "Articles", sentence: Sentence, words: str) -> bool:
    """Of which parts something is not asked: 第八项不适用本款, 申报第三条的企业不要求纳入统计, 申报本条奖励的不受第二条的限制."""
    headed = any(signs()["scope_headings"].search(title) for title in sentence.passage.headings)
    inside = (
        SELF.search(words) if headed or parts_in(signs()["article"].sub("", words)) else None
    )  # else it bars somebody from its own article
    if not inside and not signs()["waives"].search(words) and not (BRANCH.search(words) and parts_in(words)):
        return False
    low, high = (sentence.passage.start, sentence.passage.end) if inside else (0, 0)
    if freed := FREED.search(words):
        first, last = found.places.get((sentence.article, freed["item"] or ""), (0, 0))
        low, high = first, last if freed["item"] else sentence.start
    elif (of := OF_ITEM.search(words)) and (of["article"], of["item"] or "") in found.places:
        low, high = found.places[of["article"], of["item"] or ""]
    for part in re.split("[；。]", signs()["article"].sub("", words)):
        if (inside and SELF.search(part)) or signs()["waives"].search(part) or BRANCH.search(part):
            found.waived.append((part, sentence.article, low, high, stripped(sentence, "general")))
    return bool(inside) or not signs()["applies"].search(words)
