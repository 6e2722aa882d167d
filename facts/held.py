"""Traits that words ask for, and a profile -> whether the applicant has them."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from facts.applicant import ruled
from facts.clause_traits import Said
from facts.days import moment_in
from facts.fairs import fair_grade
from facts.growth import growth
from facts.profile import Profile
from facts.states import clause_of, doubtful, following
from facts.trait_lexicon import load_traits
from facts.traits import plain, said_in
from facts.verdict import Verdict, either

ALSO = {
    "graduate": ("master", "doctor", "fresh_graduate"),
    "public_body": ("school",),
    "specialised": (),
    "merger": ("control",),
    "listing": ("tutoring", "accepted"),
}
DEGREES = ("doctor", "master")
OF_A_FIGURE = re.compile(r"首次(?:突破|达到?|超过|跨[上越入]?|迈上|站上)\d")
NO_GRADE = re.compile(r"(?:哪|什么|任何|各)(?:[1一]?个?)?级(?:别)?[^,;。，]{0,6}(?:都|也)(?:不是|没有?|不算|够不上)")
DEGREE_UP = re.compile(r"硕士(?:研究生)?(?:及)?以上")
DESCRIBES = ("manufacturer",)
STAGES = {"tutoring": ("listing",), "listing_done": ("tutoring", "accepted", "listing"), "accepted": ("tutoring",)}  # what comes before it
WIDER = {
    "little_giant": "specialised",
    "tutoring": "listing",
    "accepted": "listing",
    "listing_done": "listing",
}  # who is not the wider is not the narrower either
GAINED = re.compile(r"认定|评[为上]|获评|获得|拿[了到下]|入[选驻库]|纳入|列入|搬|进驻|通过")
OTHERS = re.compile(
    r"(?:经(?!营|认定|备案|评定|批准|[市省国])|由|通过|向|从|与|获得?|取得|购买|委托|设立|建立|每吸纳\d名)[^,;、]{0,8}$"
)  # a body before which this stands is not the applicant
JOINED = re.compile(r".{2,6}(?:、|和|与|或|及)")
OR = re.compile(
    r"(?:企业|单位|称号|资质|认定|[”\"“])*(?:、|或者?|和|及|以及|与)(?:国家|省|市|区|县|级|的|新|首次|认定|评定|获评|有效期内|[”\"“])*"
)
OWN_DAY = re.compile(r"(?P<year>\d{4})年[^,;。，；]{0,8}(?:以?后|之后|起|以来|至)")  # who is newly one, by the words themselves
LAST_YEAR = re.compile(r"上1?一?年度|上年|去年")
EMPLOYED = re.compile(r"[^,;、]{2,10}任职")
NEVER_NEW = frozenset("listing accepted tutoring listing_done lease merger control pledge credit_loan".split())  # deeds, each of them new
PLAIN = frozenset("manufacturer farm sme small graduate master doctor veteran".split())  # they have no grades, and nobody is newly one
DENIED = re.compile(r"(?:^|[,;。，；])(?:我们?|本?公司|本身|自己|也|并|都)*(?:不是|并非|不属于|算不上|不算)(?:一?家)?$")
UPWARD = re.compile(r"级(?:及)?以上")
OPENS = re.compile(r"(?:^|[的级内市区县新、和或及与对])$")  # before a body that is who applies
HEADS = re.compile(r"(?:等|类|型|业|其他)*(?:企业|单位|机构|公司|主体|法人|人员|团队|负责人|运营[^,;]*|管理[^,;]*)?(?:$|[、和或及与,;(])")
LAND = re.compile(r"新开垦|新垦|坡地|抛荒|撂荒|滩涂|退耕")  # of what kind the land is
GROWERS_JOINED, OF_FIRMS = ("cooperative", "family_farm"), re.compile(r"^(?:农业|农产品[^,;]{0,4})(?:龙头)?(?:企业|公司)$")
PERSONS = ("graduate", "veteran", "fresh_graduate", "farm")
OF_ITSELF = {"little_giant": ("国家级",)}  # a grade that need not be told
VALID, EXPIRED = re.compile(r"有效期(?:限)?内|在有效期"), re.compile(r"过期|到期(?:了|未|没)|失效|已到期")
RANKS = {"国家级": 4, "国际级": 5, "省级": 3, "市级": 2, "区级": 1, "县级": 1}


@dataclass(frozen=True, slots=True)
class Holding:
    """Judges traits against one profile; `definitions` are the document's, `meaning` judges what such a one means."""

    profile: Profile
    definitions: Mapping[str, str]
    meaning: Callable[[str], Verdict]

    def verdicts(self, body: str) -> Iterator[Verdict]:
        """Yield a verdict for each thing that words ask the applicant to be or have."""
        lexicon = load_traits()
        said = said_in(body)
        if OF_A_FIGURE.search(body):  # what is reached for the first time is a figure
            said = tuple(replace(item, modifier="") for item in said)
        others = self._others(said, body)
        yield from (verdict for item in others if (verdict := self._trait(item, body)) == "met" or self._other_grade(item, verdict))
        said = tuple(item for item in said if item not in others)
        bodies = [item for item in said if lexicon.traits[item.id].entity]
        open_to_all = bool(re.search(r"(?:^|[、和与及对向])企(?:事)?业", body))
        for group in self._alternatives(said, bodies, body):
            if not (open_to_all and group == bodies):
                yield either(self._trait(item, body) for item in group)
            said = tuple(item for item in said if item not in group)
        for item in said:
            if item in bodies and open_to_all:
                continue
            if item.id not in lexicon.standing:
                yield self._trait(item, body)
            elif (verdict := self._trait(item, body)) != "unknown":
                yield verdict

    def _other_grade(self, asked: Said, verdict: Verdict) -> bool:
        """Tell whether a profile tells to be a body of another grade than the one that words name."""
        return verdict == "not_met" and bool(asked.grades) and any(said.id == asked.id and said.grades for said in self.profile.traits)

    def _others(self, said: tuple[Said, ...], body: str) -> list[Said]:
        """The bodies that words name beside the applicant: whom it deals with, whose work it takes on."""
        traits = load_traits().traits
        found: list[Said] = []
        for item in reversed([one for one in said if traits[one.id].entity and one.id not in PERSONS]):
            joined = found and JOINED.fullmatch(body[item.start : found[-1].start])  # 受让高校、科研院所科技成果
            if joined or not self._applicant(item, body):
                found.append(item)
        for item in said:
            goes_on = found and JOINED.fullmatch(body[found[-1].start : item.start])  # 承接高等院校、科研机构的成果
            named = goes_on or OTHERS.search(body[: item.start]) or EMPLOYED.match(body[item.start :])
            if traits[item.id].entity and item not in found and named:
                found.append(item)
        return found

    def _alternatives(self, said: tuple[Said, ...], bodies: list[Said], body: str) -> Iterator[list[Said]]:
        """Groups of traits of which one is enough: degrees, kinds of body, one thing in several grades."""
        degrees = [item for item in said if item.id in DEGREES]
        if len({item.id for item in degrees}) > 1:
            yield degrees
        if len({item.id for item in bodies}) > 1:
            yield bodies
        yield from self._listed(said, body)
        for name in dict.fromkeys(item.id for item in said if item not in bodies and item not in degrees):
            same = [item for item in said if item.id == name]
            if len(same) > 1 and name not in load_traits().standing:  # 省政府质量奖、市政府质量奖
                yield same

    def _listed(self, said: tuple[Said, ...], body: str) -> Iterator[list[Said]]:
        """Recognitions that a list names one after the other, of which one is enough: 高新技术企业、科技型中小企业从银行取得贷款."""
        lexicon = load_traits()
        run: list[Said] = []
        for item in [one for one in said if one.id in lexicon.statuses]:
            named = lexicon.traits[run[-1].id].words.match(body, run[-1].start) if run else None
            if named and OR.fullmatch(body[named.end() : item.start]) and item.id != run[-1].id:
                run.append(item)
                continue
            if len(run) > 1:
                yield run
            run = [item]
        if len(run) > 1:
            yield run

    def _applicant(self, said: Said, body: str) -> bool:
        """Tell whether a body that words name is who applies: it opens them, or nothing but its own kind follows it."""
        named = load_traits().traits[said.id].words.match(body, said.start)
        return bool(OPENS.search(body[: said.start])) or named is None or bool(HEADS.match(body[named.end() :]))

    def _told(self, asked: Said, body: str) -> list[Said]:
        """What the profile says of a trait; of what one is, the first, since what one deals with comes after it."""
        told = [
            said
            for said in self.profile.traits
            if said.id == asked.id or said.id in ALSO.get(asked.id, ()) or (said.id == WIDER.get(asked.id) and not said.holds)
        ]
        if asked.id == "specialised" and asked.grades and UPWARD.search(body):  # the highest grade of it has a name of its own
            told += [replace(said, grades=("国家级",)) for said in self.profile.traits if said.id == "little_giant"]
        if asked.id == "master" and DEGREE_UP.search(body):
            told += [said for said in self.profile.traits if said.id == "doctor" and said.holds]
        if asked.id not in DESCRIBES:
            return told
        denied = [said for said in told if not said.holds and DENIED.search(self.profile.text[: said.start])]
        return (denied or told)[:1]  # what is denied outright is so, whomever else it deals with

    def _trait(self, asked: Said, body: str) -> Verdict:
        if asked.id == "farm" and OF_FIRMS.search(body) and any(said.id in GROWERS_JOINED and said.holds for said in self.profile.traits):
            return "not_met"
        if asked.id == "farm" and (land := LAND.search(body)) and land.group() not in self.profile.text:
            return "unknown"
        told = self._told(asked, body)
        if not told:
            return self._untold(asked, body)
        if asked.grades and any(said.grades for said in told):
            told = [said for said in told if said.grades]
        if asked.modifier and any(said.modifier for said in told):
            told = [said for said in told if said.modifier]
        best = either(self._against(asked, said, body) for said in told)
        if asked.holds or best == "unknown":
            return best
        return "not_met" if best == "met" else "met"

    def _untold(self, asked: Said, body: str) -> Verdict:
        """What follows for a trait that a profile does not speak of, from all that it tells."""
        trait = load_traits().traits[asked.id]
        if (named := trait.words.search(self.profile.text)) and not trait.entity:
            low, high = clause_of(self.profile.text, *named.span())
            if doubtful(self.profile.text[low:high], following(self.profile.text, high)):
                return "unknown"
        if asked.id == "growing" and (grown := next(growth(self.profile, body), None)):
            return grown
        if asked.modifier == "first" and self._long_more(asked):
            return "not_met"
        if self._only_less(asked) or trait.entity or asked.id == "moved_in":
            return "not_met" if asked.holds else "met"
        has = ruled(self.profile, asked)
        if has is not None:
            return "met" if has == asked.holds else "not_met"
        meanings = (meaning for term, meaning in self.definitions.items() if trait.words.search(plain(term)))
        meant = next(meanings, None)  # a definition may name its own term
        return self.meaning(meant) if meant else "unknown"

    def _only_less(self, asked: Said) -> bool:
        """Tell whether what is told in place of a trait is another degree, or a stage before it."""
        others = {said.id for said in self.profile.traits if said.holds or said.id in DEGREES}
        return bool((asked.id in DEGREES and others & set(DEGREES)) or others & set(STAGES.get(asked.id, ())))

    def _long_more(self, asked: Said) -> bool:
        """Tell whether a profile has long had what one has only after a trait: who is a little giant again was specialised before."""
        more = [said for said in self.profile.traits if WIDER.get(said.id) == asked.id and said.holds]
        years = [when.year for said in more if (when := self._when(said))]
        return any(said.modifier == "renewed" for said in more) or any(year < self.profile.today.year - 1 for year in years)

    def _where(self, asked: Said) -> tuple[str, ...]:
        """Where something was: abroad if a country is told, at home where nothing abroad is."""
        if not set(asked.grades) <= {"境外", "境内"}:
            return ()
        where = fair_grade(self.profile.text)
        return (where,) if where else ("境内",) if asked.grades == ("境内",) else ()

    def _when(self, told: Said) -> date | None:
        """When something came to be: by its own clause, or by those before it in the sentence, which hold for it as well."""
        sentence = re.split(r"[。;；！!]", self.profile.text[: told.start])[-1]
        stretches = [told.clause, *reversed(re.split(r"[，,]", sentence))]
        return next((day for words in stretches if (day := moment_in(words, self.profile.today))), None)

    def _against(self, asked: Said, told: Said, body: str) -> Verdict:
        if not told.holds:
            return "not_met"
        if asked.id in PLAIN and not (asked.grades and told.grades):
            return "met"
        if asked.grades:
            held = told.grades or OF_ITSELF.get(told.id, ()) or self._where(asked)
            if not held:
                return "not_met" if NO_GRADE.search(self.profile.text) else "unknown"
            high = max((RANKS.get(grade, 0) for grade in held), default=0)
            least = min((RANKS.get(grade, 0) for grade in asked.grades), default=0)
            upward = UPWARD.search(body) is not None
            if not set(asked.grades) & set(held) and not (upward and high >= least > 0):
                return "not_met"
        if asked.modifier in ("first", "renewed") and asked.id not in NEVER_NEW:
            when = self._when(told)
            late = asked.modifier == "first" or LAST_YEAR.search(body)
            since = int(own["year"]) if (own := OWN_DAY.search(body)) else self.profile.today.year - 1
            if late and when and when.year < since:
                return "not_met"  # what is paid for is new
            if not told.modifier:
                return "met" if asked.modifier == "first" and when and GAINED.search(told.clause) else "unknown"
            return "met" if asked.modifier == told.modifier else "not_met"
        return "met"
