"""An answer's text and its citations -> a check of every number and every sentence, whoever wrote them."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from answer.altered import altered_clause
from answer.answer import Check, Citation
from answer.arithmetic import formulas
from answer.binding import bound_to, exchanged, year_stated
from answer.claims import Claim, claims
from answer.counting import counted, listed, placed
from answer.english import OWN_ENGLISH
from answer.figures import Figure, figures
from answer.overlap import unsupported_clause
from answer.owned import of_place
from answer.plain import bare, plain
from answer.presence import presence_stated
from answer.reckoned import Value, is_among, reckoned, without_formulas
from answer.relation_words import misplaced_relation
from answer.stated_leads import lead_stated
from answer.support import Source, Support, described, supports
from answer.years import year_mentions
from facts.indicators import load_indicators
from facts.regions import Gazetteer, stem_of
from facts.spoken import with_yuan, written
from index.catalog import DocumentInfo

# Sentences of the program itself: they tell what the documents lack, and claim nothing of them.
OWN_WORDS = re.compile(
    r"按所述(?:数额|情况)，对应表中的这一行：|这一项的申报尚未开始，时间以申报通知为准。?|问题没有指明地方，以下按[^，。\[\]]{2,10}作答。|以下只比较资料中写明这项数据的。|资料中最接近的内容[：:]?|以上没有列全，其余见原文。?|资料中没有找到全[市区县省]的这个数，最接近的是其中一部分的：|资料中没有[^，。\[\]]{2,8}自己的规划，以下是[^，。\[\]]{2,10}的规定。|资料中?没有(?:说明|与这个问题有关的内容|找到)[^，。\[\]]{0,40}。?|按所述情况判断：[^。]{0,120}。?|按倍数（目标数除以基期数）算，(?:所有|以数量计的)指标中最[大小]的是：|按增幅（目标数比基期数增长的百分比）算，以数量计的指标中最[大小]的是：|以百分比计的指标按提高的百分点算，最[大小]的是：|[^，。\[\]]{2,8}的指标表里，没有[^，。\[\]\d]{2,20}的指标(?:。|，最接近的是：)|[^，。\[\]]{2,8}的指标表各项指标都列有基期数，例如：|以百分比计的指标按百分点比较，没有按增幅计入。|能否享受，以当年的实施细则和申报通知为准。?|策问只[^。]{0,40}。?|这个要求不能照办[^。]{0,60}。?"
)
STILL = re.compile(r"，(20\d\d)年仍在期内|，涵盖(20\d\d)年")
AIM = re.compile(r"\d{4}年(?:目标|预计)(?:超过|达到|突破|新增)?$")
SUPERLATIVE = re.compile(r"为最[高低]")  # behind a figure that is stated, never reckoned
INFERRED = re.compile(r"倒推((?:19|20)\d\d)年")
OVER = "已经期满"  # said by the day asked, which a notice names
OWN_CLAUSE = re.compile(
    r"(?:同一文件|另一文件)另一?处写|[，,]?是同一个数取整位数不同|[，,]?叫法不同[，,]可能口径不同|[，,]?与上面的数不(?:一致|同)|[，,]?两处口径写法不同或没有写明|[，,]?文件没有说明原因|[，,]?引用时请注明出处|[，,]?各项之间可能有重复|[，,]?正好是这个数(?:以上)?|按所述情况(?:[（(]申报期或有效期已过[，,]仅供参考[）)])?可得|条件都符合时可得|按所述情况不符合其中的条件[：:]|^据此推算[，,]|表中所列的时(?:限|间与上文不一致)[:：]|[，,]?以上限为准|[^，,。]{2,40}是比率、人均或位次一类的数[，,]各地的数不能相加。?|^各地分别是[：:]|[，,](?:没有|正好)达到目标|(?<=[)）])[，,]达到目标|[，,]已包含所辖各地[，,]没有计入合计|(?:[，,]|(?<=年后))达到翻番[（(]2倍[)）](?=[：:][^。]*(?:后者是前者|为原来)的约?(?:[2-9]|\d{2,})(?:\.\d+)?倍)|(?:[，,]|(?<=年后))不到2倍(?=[，,]够不上)|两个年份都是这个数[：:]|(?:待确认|^符合|^规划文字写的是|^没有可比的基期数、没有计入的)[：:]|两个数[^，。]*|"
    r"[，,]据此推算[，,](?P<n>\d{1,2})年后(?=[^。]{0,80}\^(?P=n)[=≈])|(?:(?<=年后)|^|(?<=[:：]))为原来的(?=约?\d)|^上一级(?=[^，。]{2,10}的是)|[，,]不能(?:当作|代替)[^，。\d]{2,10}的数$"
)
LEAD = re.compile(r"([^：:，。,]{2,14}?)(?:[（(](?:(\d{4}-\d{4})|[^（）()]{2,16}[，,](?:明确|方向|征求意见稿))[)）])?[：:]")
OPENS_CLAUSE = r"(?:^|[\n,，。；;：:、“\"|])"


A_YEAR = (Decimal(12), "months")


@dataclass(frozen=True, slots=True)
class Verifier:
    """Holds answers against the documents of one source."""

    source: Source
    gazetteer: Gazetteer

    def verify(self, text: str, citations: Sequence[Citation], said: Collection[str] = (), asked: str = "") -> tuple[Check, ...]:
        """Return a check for every sentence and every number of an answer, in the order of the text.

        Args:
            text: the answer with its [n] marks.
            citations: what the marks stand for.
            said: sentences of the program's own, such as the reason of a refusal: they claim nothing.
            asked: the question; what an enterprise tells of itself there may be reckoned with.
        """
        held = supports(citations, self.source)
        own = {bare(words) for sentence in said for words in [sentence, *re.split(r"(?<=。)", sentence)]}
        told = claims(text)
        # what is told may be reckoned with, and the months of a year
        asked_as = (plain(asked), plain(with_yuan(written(asked))))
        given = {(value, figure.kind) for form in asked_as for figure in figures(form) for value in (figure.low, figure.high)}
        given.add(A_YEAR)
        true = {(formula.result, formula.kind) for claim in told for formula in formulas(plain(claim.text)) if formula.true}
        checks = [Check(f"[{support.n}]", False, support.n) for support in held.values() if not support.true]
        for claim in told:
            frames = not claim.marks and (OWN_WORDS.fullmatch(claim.text.strip()) or OWN_ENGLISH.fullmatch(claim.text.strip()))
            if bare(claim.text) not in own and not frames:
                checks.extend(self._check(claim, told, held, true, given))
        return tuple(checks)

    def _check(
        self, claim: Claim, told: Sequence[Claim], held: Mapping[int, Support], computed: Collection[Value], given: Collection[Value]
    ) -> Iterator[Check]:
        cited = [held[mark] for mark in claim.marks if mark in held]
        sentence, lead_ok = self._without_lead(claim.text, cited)
        counted_out = list(reckoned(sentence, cited, {*computed, *given}))
        sentence = without_formulas(_without_reasons(OWN_CLAUSE.sub("", _without_year_before(sentence))))
        if not cited:
            yield from self._uncited(claim, told, held)
            return
        literal = next((support.n for support in cited if support.holds(bare(sentence))), None)
        numbers = [*counted_out, *_numbers(sentence, cited, literal, computed)]
        wrong_mark = len(cited) < len(claim.marks)
        ok = lead_ok and not wrong_mark and (literal is not None or self._sentence_ok(sentence, cited))
        ok = ok and (literal is not None or not misplaced_relation(claim.text, cited))
        yield Check(claim.text.strip(), ok and all(check.ok for check in numbers), literal or cited[0].n)
        yield from numbers

    def _sentence_ok(self, sentence: str, cited: Sequence[Support]) -> bool:
        if altered_clause(sentence, cited):
            return False
        return self._places_ok(sentence, cited) and not unsupported_clause(sentence, cited)

    def _without_lead(self, sentence: str, cited: Sequence[Support]) -> tuple[str, bool]:
        """Return a sentence without the place it is told of ("澄湾市：…"), and whether that is the place of what is cited."""
        match = LEAD.match(sentence)
        if not match or not cited:
            return sentence, True
        stem = self.gazetteer.region(stem_of(match.group(1))) and stem_of(match.group(1))
        if not stem:
            return sentence, True
        period = match.group(2)
        fits = [s for s in cited if s.region == stem and (not period or tuple(map(int, period.split("-"))) in s.periods)]
        return sentence[match.end() :], bool(fits)

    def _places_ok(self, sentence: str, cited: Sequence[Support]) -> bool:
        """Tell whether every place named is that of a cited document, above it beside it, or named in a cited span."""
        text = plain(sentence)
        places = self.gazetteer.places(text)
        own = {support.region for support in cited}
        above = {self.gazetteer.parent(stem) for stem in own}
        named_own = any(place.stem in own for place in places)
        for place in places:
            if place.stem in own or (place.stem in above and named_own):
                continue
            subject = not bare(
                re.sub(r"^.*?年[底末]?[,，]?", "", text[: place.start]) if "年" in text[: place.start] else text[: place.start]
            )
            pattern = (OPENS_CLAUSE if subject else "") + re.escape(place.stem)
            if not any(re.search(pattern, line) for support in cited for line in [*support.lines, support.readable]):
                return False
        return True

    def _uncited(self, claim: Claim, told: Sequence[Claim], held: Mapping[int, Support]) -> Iterator[Check]:
        """A sentence without a citation may count what follows it or tell what the catalog knows; nothing else."""
        by = counted(claim, told, [held[mark] for other in told for mark in other.marks if mark in held]) or self._catalogued(claim.text)
        by = by or ("documents" if presence_stated(claim.text, self.source) else "") or lead_stated(claim, told, self.source)
        yield Check(claim.text.strip(), bool(by), by or None)
        text = plain(claim.text)
        yield from (Check(figure.text, bool(by), by or None) for figure in figures(text))
        yield from (Check(text[year.start : year.end], bool(by), by or None) for year in year_mentions(text))

    def _catalogued(self, sentence: str) -> str:
        """Return "catalog" where a sentence says of a document, named by its title, only what the catalog knows of it."""
        for info in self.source.infos.values():
            title = bare(info.title)
            if title not in bare(sentence):
                continue
            known = bare(" ".join(described(info)))
            sentence = _without_standing(sentence, info)
            pieces = [bare(piece) for piece in re.split(r"[，,：:。、；]", sentence.replace(info.title, "")) if bare(piece)]
            if all(piece in known for piece in pieces):
                return "catalog"
        return ""


def _without_year_before(sentence: str) -> str:
    """A sentence without the year that it infers a figure of from the growth of the year behind it."""
    return INFERRED.sub(lambda found: "倒推" if f"{int(found[1]) + 1}年" in sentence and "同比" in sentence else found[0], sentence)


def _without_standing(sentence: str, info: DocumentInfo) -> str:
    """A sentence without what it says of whether a document's period is over, still runs or covers a year, as far as that is true."""
    sentence = sentence.replace(OVER, "")
    if not info.years:
        return sentence
    first, last = info.years
    sentence = sentence.replace(f"，到{last}年结束", "")
    return STILL.sub(lambda found: "" if first <= int(found[1] or found[2]) <= last else found[0], sentence)


def _without_reasons(sentence: str) -> str:
    """A sentence without the lexicon's words on why two near indicators are not one, which claim nothing of a document."""
    for indicator in load_indicators().values():
        for _, reason in indicator.apart:
            sentence = sentence.replace(reason, "").replace(plain(reason), "")
    return sentence


def _must_be_stated(text: str, figure: Figure) -> bool:
    """Tell whether a figure is told as one that a document gives, so that none that was reckoned may stand there."""
    return bool(SUPERLATIVE.match(text, figure.end) or AIM.search(text, 0, figure.start))


def _numbers(sentence: str, cited: Sequence[Support], literal: int | None, computed: Collection[Value]) -> Iterator[Check]:
    """Check every figure and year of a sentence; what stands in a span word for word is right as it is."""
    text = plain(sentence)
    mentions = year_mentions(text)
    told = figures(text)
    wrong = set() if literal else exchanged(told, cited)
    for place, figure in enumerate(told):
        by: int | str | None = (
            literal
            or (None if place in wrong else bound_to(figure, of_place(text, figure, cited)))
            or listed(figure, text)
            or placed(figure, text)
        )
        if by is None and not _must_be_stated(text, figure) and is_among((figure.low, figure.kind), computed):
            by = "computed"
        yield Check(figure.text, by is not None, by)
    for mention in mentions:
        by = literal or year_stated(mention, [other for other in mentions if other is not mention], cited)
        yield Check(text[mention.start : mention.end], by is not None, by)
