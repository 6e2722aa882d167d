"""Sentences of a document -> those of each rule: what it gives with its tiers, and what is said of the same sum."""

import re
from collections.abc import Iterator, Sequence

from facts.articles import Articles
from facts.benefits import is_review
from facts.likeness import overlap
from facts.limits import CAP_ALONE, limits_only
from facts.numerals import arabic
from facts.sentences import Sentence, signs
from facts.trait_lexicon import load_traits
from facts.traits import said_in

SUM = re.compile(
    r"(?:给予|奖励|补助|补贴|资助|奖补|贴息|承担|抵[扣用]|发放|发给|津贴)[^。；]{0,40}\d|按[^。；]{0,40}\d+(?:\.\d+)?(?:[%％]|个百分点)|\d[^。；]{0,4}(?:万元|元)[^。；]{0,16}(?:奖励|补助|补贴|资助)|[奖补给]\d[\d.]*万?元|[奖补][^，。；\d]{0,12}\d+(?:\.\d+)?[%％]"
)
NEW = re.compile(
    r"^(?:\s*第[一二三四五六七八九十百]+条\s*)?\s*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]\s*)?(?:对|每年|凡|鼓励|支持|推动|向|面向|为|给予|设立|探索|引导)"
)
TIER = re.compile(
    r"^\s*(?:[-*•·●◆○]|\d+[.、．]|[（(]\d+[）)]|[①-⑩])?\s*其中|^\s*[^。；，]{2,20}的，(?:次年|第二年)?再?(?:另外?|再)(?:奖|给|补)|^\s*(?:再|另)|^\s*(?:列入|达到|获评|评为|属于|超过|符合|认定为)[^。；]{2,30}的，"
)
AFTER = re.compile(
    r"补足差额|按差额|差额补足|(?:奖励|给予|补)差额|(?:五|三|\d)年内不得|分\S{1,2}年|(?:每家|单家|单户|同一|单个)(?:项目|企业|产品|机构)[^，。；]{0,6}(?:最高|不超过)|每家企业|同一(?:产品|专利|项目)"
)
GAINED = re.compile(
    r"^\s*(?:新|首次)?(?:获得|获评|获|取得|荣获)(?P<what>[^，。；]{4,40})的，(?:分别|一次性|再)?(?:奖励|给予|资助|补助|按|每)"
)
OWN_RULE = re.compile(
    r"^[^，。；]{4,60}(?:企业|单位|机构|人才|人员|项目)[^，。；]{0,60}的，(?:按|给予|一次性|每|分别|奖励|补助)"
)  # who, and what they get
PREMIUM = re.compile(r"(?:补助|奖励|补贴|资助)(?:标准|比例|金额)[^，。；]{0,10}(?:上浮|提高|增加)(?!到|至)\d|上浮\d+[%％]")
OTHERS = re.compile(r"^\s*(?P<who>[\u4e00-\u9fff]{2,8}?(?:机构|综合体|平台|协会))(?=[^，。；]{4,60}的，)")  # another kind of applicant
PORTIONS = re.compile(
    r"^(?:补助|奖励|奖补|资助|补贴)?(?:资金|经费)?[^，。；\d]{0,10}(?:拨付|兑付|发放|支付)\d+[%％]"
)  # when which part is paid
ANNOUNCES = re.compile(
    r"(?:按(?:照)?(?:下列|以下|如下)|分段|分档|分级|如下|下列标准)[^。；]{0,16}[：:]$"
)  # the items below it are its tiers
OF_RESULT = re.compile(r"按(?:上述|前款|上款|以上)[^，。；]{0,12}\d+[%％](?:执行|兑现|给予|计算|拨付)")
SUBJECT = re.compile(
    r"^(?P<who>[^；。]{8,80}?(?:企业|单位|机构|人才|人员|职工|毕业生|园区?|平台)(?:[^，。；]{0,40}的)?)，?(?:按|给予|一次性|每[^，。；]{1,4}|分别)?(?:奖励|补助|补贴|给予|资助|按)"
)  # whom a clause pays
LOAN = re.compile(r"贷款[^。；]*的，按[^，。；]{0,20}\d[^，。；]{0,8}(?:给予)?贴息")
NUMBERS = re.compile(r"^(?:第[一二三四五六七八九十百]+条|答[：:]|[（(][一二三四五六七八九十\d]+[）)]|[^，。；]{2,12}。)+")
REFERS = re.compile(r"其中|本条|上述|前款|前述|^申[领请报](?:企业|单位)|该|此类|同一|^再|，再|另")  # what goes on with what was said before
ALIKE = 0.35  # share of a subject's pairs of characters from which it is a case of the one before it
OPENING = 12  # characters within which a sentence says that it goes on
AGAIN = re.compile(
    r"^对(?:证书|资格)?(?:有效)?(?:期满|到期)?后?(?:重新|再次|复审|复核)(?:通过|获得)?(?:认定|评定|评审)?的?(?:企业)?，"
)  # what the rule before names, got again
TITLE = 26  # characters of a title that a rule opens with


def rule_groups(sentences: Sequence[Sentence], articles: Articles) -> Iterator[list[Sentence]]:
    """Yield the sentences of each measure: a rule with its tiers and what is said of the same sum."""
    group: list[Sentence] = []
    for place, sentence in enumerate(sentences):
        same = bool(group) and group[-1].asked == sentence.asked  # an answer ends where the next question stands
        if same and (_listed(group, sentence) or (group[-1].passage is sentence.passage and _goes_on(group, sentence))):
            group.append(sentence)
            continue
        if group:
            yield group
        group = []
        kind = sentence.passage.kind
        if _titled(sentence):
            continue
        if sentence.start in articles.governing or is_review(sentence.passage.headings) or kind in ("row", "title", "note"):
            continue
        if limits_only(_squeezed(sentence)):
            continue
        if not _opens(sentence, sentences[place + 1 : place + 2]):
            group = [sentence]
    if group:
        yield group


def _listed(group: Sequence[Sentence], sentence: Sentence) -> bool:
    """Tell whether a sentence is an item of the list of tiers that a rule announces, or says of what comes of them."""
    first = group[0]
    if sentence.passage.headings != first.passage.headings or sentence.article != first.article:
        return False
    if not ANNOUNCES.search(re.sub(r"\s", "", first.text)):
        return False
    words = _squeezed(sentence)
    tier = signs()["item"].match(sentence.text) is not None and "部分" in words
    return tier or bool(len(group) > 1 and (OF_RESULT.search(words) or (AFTER.search(words) and not OWN_RULE.match(words))))


def _opens(sentence: Sentence, after: Sequence[Sentence]) -> bool:
    """Tell whether a sentence is the short title of the rule that follows it: 支持技术改造。对…给予补助。"""
    if len(re.sub(r"\s+", "", sentence.text)) > TITLE or not after or after[0].passage.headings != sentence.passage.headings:
        return False
    own, following = _squeezed(sentence), _squeezed(after[0])
    return not SUM.search(own) and bool(SUM.search(following)) and sentence.text.rstrip().endswith("。")


def _titled(sentence: Sentence) -> bool:
    """Tell whether a sentence is only the heading that stands above its passage, said again."""
    title = re.sub(r"\W", "", sentence.passage.headings[-1]) if sentence.passage.headings else ""
    words = re.sub(r"\W", "", sentence.text)
    return bool(title) and "，" not in sentence.text and words.endswith(title) and len(words) <= min(TITLE, len(title) + 4)


def _goes_on(group: Sequence[Sentence], sentence: Sentence) -> bool:
    """Tell whether a sentence goes on with the rule before it."""
    words = _squeezed(sentence)
    if not any(SUM.search(_squeezed(item)) for item in group):
        return bool(SUM.search(words)) and not NEW.match(words) and not signs()["item"].match(sentence.text) and bool(sentence.article)
    if PORTIONS.match(words):
        return True
    listed = signs()["item"].match(sentence.text) is not None
    if PREMIUM.search(words) and not NEW.match(words) and not re.search(r"第[\d一二三四五六七八九十]+[项条]", words):
        return True
    if group[-1].text.rstrip().endswith(("；", ";")) and not listed and not NEW.match(words):
        return not _of_another(group, words)
    if group[-1].text.rstrip().endswith(("；", ";")) and not listed and _of_same(group, words):
        return True
    after = AFTER.search(words)
    if CAP_ALONE.match(words):
        return True
    if group[-1].text.rstrip().endswith("。") and _of_another_subject(group, words):
        return False
    return bool(TIER.search(words) or (after and not NEW.match(words) and not (OWN_RULE.match(words) and after.start() > OPENING)))


def _of_another(group: Sequence[Sentence], words: str) -> bool:
    """Tell whether a clause pays for the gain of something else than the clauses before it: ；获得中国专利金奖的，奖励50万元."""
    if _of_another_subject(group, words):
        return True
    opens = OTHERS.match(words)
    if opens and not any(opens["who"][-2:] in _squeezed(item) for item in group):
        return True
    gained = GAINED.match(words)
    before = {said.id for item in group for said in said_in(_squeezed(item))}
    own = {said.id for said in said_in(gained["what"])} if gained else set()
    return bool(own and before and not own & before) or _of_other_gain(group, gained) or _of_loan(group, words)


def _of_other_gain(group: Sequence[Sentence], gained: re.Match[str] | None) -> bool:
    """Tell whether what a clause pays for the gain of is nothing that the clauses before it pay for the gain of."""
    firsts = [match["what"] for item in group if (match := GAINED.match(NUMBERS.sub("", _squeezed(item))))]
    return gained is not None and bool(firsts) and all(overlap(gained["what"], one) < ALIKE for one in firsts)


def _of_loan(group: Sequence[Sentence], words: str) -> bool:
    """Tell whether a clause pays the interest of a loan, of which the clauses before it, that pay by something else, do not speak."""
    return bool(LOAN.search(words)) and not any(re.search(r"贷款?|利息|贴息", _squeezed(item)) for item in group)


def _of_another_subject(group: Sequence[Sentence], words: str) -> bool:
    """Tell whether a clause names whom it pays, and says so of nobody before: ；首次纳入统计的企业，给予10万元奖励."""
    subject = SUBJECT.match(words)
    if not subject or REFERS.search(subject.group()):
        return False
    before = {said.id for item in group for said in said_in(_squeezed(item))}
    if {said.id for said in said_in(words)} & before & load_traits().statuses:
        return False  # another case of one recognition
    return all(overlap(_opening(words), _opening(_squeezed(item))) < ALIKE for item in group)


def _opening(words: str) -> str:
    """The first clause of a rule before what it pays, without its number, its years and its figures."""
    clause = re.split(r"，|(?:奖励|补助|补贴|给予)(?=.*\d)", signs()["reply"].sub("", signs()["article"].sub("", words)))[0]
    return re.sub(r"\d{4}年度?|\d", "", clause)


def _of_same(group: Sequence[Sentence], words: str) -> bool:
    """Tell whether a clause pays another case of one of the recognitions before it: ；对通过复核的小巨人企业，给予20万元奖励."""
    ids = load_traits().statuses
    before = {said.id for item in group for said in said_in(_squeezed(item))} & ids
    own = {said.id for said in said_in(words)} & ids
    if before and AGAIN.match(words) and SUM.search(words):
        return True
    return bool(own and own < before and words.startswith("对") and SUM.search(words))


def _squeezed(sentence: Sentence) -> str:
    return arabic(re.sub(r"\s+", "", sentence.text))
