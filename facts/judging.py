"""A condition's words and a profile -> met, not met, or not known."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from facts.acts import acts
from facts.applicant import ruled, speaker_of
from facts.atoms import alternatives
from facts.bare_units import bare_units
from facts.days import moment_in
from facts.episodes import episodes
from facts.firsts import firsts
from facts.grades import GRADED, named
from facts.likeness import core, overlap, pairs
from facts.lines import line
from facts.moments import moments, places
from facts.numerals import arabic
from facts.profile import Profile
from facts.saying import denied, told
from facts.scales import kinds_listed, scales
from facts.states import doubts
from facts.thresholds import ENOUGH, amounts, growth, lengths
from facts.trades import trade
from facts.traits import Said, load_traits, plain, said_in
from facts.verdict import Verdict, either, every

ALSO = {
    "graduate": ("master", "doctor", "fresh_graduate"),
    "public_body": ("school",),
    "specialised": (),
    "listing": ("tutoring", "accepted"),
}
DEGREES = ("doctor", "master")
DESCRIBES = ("manufacturer",)
STAGES = {"listing_done": ("tutoring", "accepted", "listing"), "accepted": ("tutoring",)}  # what comes before it
WIDER = {
    "little_giant": "specialised",
    "tutoring": "listing",
    "accepted": "listing",
    "listing_done": "listing",
}  # who is not the wider is not the narrower either
GAINED = re.compile(r"认定|评[为上]|获评|获得|拿[了到下]|入[选驻库]|纳入|列入|搬|进驻|通过")
WHO = re.compile(
    r"(?:企业|单位|人员|机构|个人|人才|空间|主体|经营户|高校|研究生|毕业生)(?P<but>[,，][^,，]*除外)?$"
)  # a definition of somebody
EITHER = re.compile(r"或者|或|之一|任一|任意")
FIELDS = re.compile(r"(?:等)?(?:[一二三四五六七八九十\d]大)?(?:重点)?(?:领域|产业|行业)$")
LISTED = re.compile(r"、|以及|或者?|和|与|及")
SERVED = re.compile(r"为[^,;]{2,16}?(?:提供|开展|引进|培育|介绍|输送)|向[^,;]{2,20}?提供|与其?无[^,;]{0,6}关[联系]的?[^,;]{0,20}")
GIVER = re.compile(r"^[^,;]{2,12}?(?:银行|机构|公司)向")
OTHERS = re.compile(
    r"(?:经(?!营|认定|备案|评定|批准|[市省国])|由|通过|向|从|与|获得?|取得|购买|委托|设立|建立|每吸纳\d名)[^,;、]{0,8}$"
)  # a body before which this stands is not the applicant
JOINED = re.compile(r".{2,6}(?:、|和|与|或|及)")
EMPLOYED = re.compile(r"[^,;、]{2,10}任职")
VAGUE = re.compile(
    r"(?:优秀|各类|新|专业|技术|高层次|高技能|紧缺|急需|创业|创新|青年|管理|相关|和|、)*(?:人才|人员)|青年|个人"
)  # where the document does not define it
RUNS = re.compile(r"运营(?:管理)?(?:单位|机构|主体|企业|方)$")
OPERATES = re.compile(r"([\u4e00-\u9fff]{2,8}?)的?运营(?:管理)?(?:公司|单位|机构|企业)")
RUN = re.compile(r"运营|经营着|管理着|管着")
KINDS = re.compile(
    r"(?:企业|单位|公司|机构|院所|高校|学校|人才|人员|毕业生|个人|主体|团队|平台|合作社|农场|大户|军人|组织|协会|学会|团体|法人|医院|主体|企业法人)(?=$|[、和与及以或])"
)
ANY_FIRM = re.compile(r"(?:各类|相关|符合条件的)?(?:企业|企业法人|法人企业|法人)")
MANY = 2
PLAIN = frozenset("manufacturer farm sme small graduate master doctor veteran".split())  # they have no grades, and nobody is newly one
UPWARD = re.compile(r"级(?:及)?以上")
OPENS = re.compile(r"(?:^|[的级内市区县新、和或及与对])$")  # before a body that is who applies
HEADS = re.compile(r"(?:等|类|型|业|其他)*(?:企业|单位|机构|公司|主体|法人|人员|团队|负责人|运营[^,;]*|管理[^,;]*)?(?:$|[、和或及与,;(])")
PERSONS = ("graduate", "veteran", "fresh_graduate", "farm")
ASKING = re.compile(r"有没有|是不是|是否|在不在|不(?:太)?(?:清楚|知道|确定|记得)")
POLICY = re.compile(r"能不能|可以|可不可以|补贴|补助|政策|奖励|申请|申报|能.{0,6}吗")  # what is asked is not what is told
COMMON = frozenset("省级 市级 国家 企业 中心 技术 项目 一个".split())
PROJECT = re.compile(r"^(?!.*(?:\d|纳入|列入|级)).{0,12}项目$")
REST = 4  # characters beside a defined term that ask for something of their own
RANKS = {"国家级": 4, "国际级": 5, "省级": 3, "市级": 2, "区级": 1, "县级": 1}


def _squeezed(words: str) -> str:
    """Return a condition in plain characters and digits, without those whom the applicant only serves."""
    return SERVED.sub("", GIVER.sub("", arabic(plain(words)).replace("周岁", "岁")))


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges words against one profile; `definitions` are those of the document: term -> its meaning; `about` is the whole rule."""

    profile: Profile
    definitions: Mapping[str, str]
    about: str = ""

    def standing(self, words: str) -> bool:
        """Tell whether words ask for nothing, or for good standing alone, of which nothing is told."""
        return not any(True for atoms in alternatives(_squeezed(words)) for atom in atoms for _ in self._atom(atom, ""))

    def verdict(self, words: str, subject: str = "") -> Verdict:
        """Return whether the words hold of the profile.

        Args:
            words: a condition, or the grounds of an exclusion.
            subject: what the measure is for, where a condition speaks of the day of a recognition.
        """
        groups = [every(verdicts) for atoms in alternatives(_squeezed(words)) if (verdicts := self._all(atoms, subject))]
        return either(groups) if groups else "unknown"

    def _all(self, atoms: list[str], subject: str) -> list[Verdict]:
        """The verdicts on several things; a bare 项目 beside others that are met is what they are told of."""
        found = [(atom, list(self._atom(atom, subject))) for atom in atoms]
        others = any("met" in verdicts for _, verdicts in found)
        return [one for atom, verdicts in found for one in verdicts if not (others and one == "unknown" and PROJECT.search(atom))]

    def _atom(self, body: str, subject: str) -> Iterator[Verdict]:
        """What is known of a single thing asked for; nothing where it is good standing of which nothing is told."""
        if denied(self.profile, body):
            yield "not_met"
            return
        defined = [(term, meaning) for term, meaning in self.definitions.items() if plain(term) in body and WHO.search(meaning)]
        defined = [pair for pair in defined if not re.search(r"(?:入驻|进驻|租用|在|租在)" + re.escape(plain(pair[0])), body)]
        for term, meaning in defined:
            yield self._defined(plain(term), meaning)
            body = body.replace(plain(term), "")
        if (of := line(self.profile, body, self.definitions)) is not None:
            yield of
            return
        if (defined and len(core(body)) < REST) or VAGUE.fullmatch(body):
            return
        if self._open_to_all(body):
            return
        verdict = self._plain(body, subject)
        recognised = {said.id for said in said_in(body)} & load_traits().statuses - PLAIN
        if verdict == "unknown" and len(KINDS.findall(body)) > MANY and not recognised:
            return  # so many kinds of applicant that nearly everybody is one
        if verdict != "unknown" or not self._standing(body):
            yield verdict

    def _doubted(self, body: str) -> bool:
        """Tell whether a profile says of what words ask for that it does not know."""
        asked = pairs(body)
        found = episodes(self.profile.text, plain(self.about) or body)
        best = max((item.nearness for item in found), default=0)
        for item in found:
            near = item.nearness and item.nearness == best
            for doubt in doubts(self.profile.text[item.start : item.end]):
                told = pairs(ASKING.sub("", doubt.partition(",")[0])) - COMMON
                if not POLICY.search(doubt) and len(asked & told) >= (1 if near else max(MANY, len(told) / 2)):
                    return True
        return False

    def _open_to_all(self, body: str) -> bool:
        """Tell whether words list kinds of applicants, any enterprise among them, and an enterprise speaks."""
        kinds = LISTED.split(body)
        firms = len(kinds) > 1 and all(KINDS.search(kind) for kind in kinds) and any(ANY_FIRM.fullmatch(kind) for kind in kinds)
        return firms and speaker_of(self.profile) == "enterprise"

    def _defined(self, term: str, meaning: str) -> Verdict:
        """A definition of somebody, and whom it leaves out; what is told of the term itself decides where the meaning does not."""
        but = WHO.search(meaning)
        judge = Judge(self.profile, {})
        own = every(judge._traits(term)) if said_in(term) else "unknown"
        if own == "not_met":
            return own
        if but and but["but"]:
            grounds = [judge.verdict(part) for part in LISTED.split(but["but"].strip("，,").removesuffix("除外"))]
            if "met" in grounds:
                return "not_met"
            meaning = meaning[: but.start("but")]
        verdict = judge.verdict(meaning)
        return own if verdict == "unknown" else verdict

    def _plain(self, body: str, subject: str) -> Verdict:
        if (of := trade(self.profile, body)) == "not_met":
            return of
        parts = LISTED.split(body)
        bodies = [part for part in parts if KINDS.search(part)]
        named_all = all(said_in(part) or GRADED.search(part) for part in parts) and not kinds_listed(body)
        if len(parts) > 1 and not re.search(r"\d", body) and (len(bodies) == len(parts) or named_all):
            return either(self._plain(part, subject) for part in parts)
        if FIELDS.search(body) and "、" in body:
            return self._field(body)
        found = [
            *lengths(self.profile, body),
            *amounts(self.profile, body, plain(self.about)),
            *(moments(self.profile, body, plain(subject)) if not self._conduct(body) else ()),
            *growth(self.profile, body),
            *bare_units(self.profile, body),
            *places(self.profile, body, plain(subject)),
            *self._held(body),
            *scales(self.profile, body, plain(self.about)),
            *acts(self.profile, body, plain(self.about)),
            *firsts(self.profile, body, plain(self.about)),
        ]
        if "not_met" not in found and self._doubted(body):
            return "unknown"
        if not found:
            if RUNS.search(body) and (runs := self._runs(body)) is not None:
                return runs
            if self._conduct(body):
                return "unknown"
            return of or told(self.profile, body)
        return either(found) if EITHER.search(body) and len(found) > 1 else every(found)

    def _held(self, body: str) -> list[Verdict]:
        """What is known of the traits that words name; where that is nothing, of what they name with a grade."""
        traits = list(self._traits(body))
        by_name = list(named(self.profile, body)) if all(verdict == "unknown" for verdict in traits) else []
        return by_name or traits

    def _field(self, body: str) -> Verdict:
        """A list of fields of work: one of them told is enough; none told decides nothing."""
        parts = re.split(r"、|和|与|及", FIELDS.sub("", body))
        return "met" if any(len(part) > 1 and overlap(part, self.profile.text) >= ENOUGH for part in parts) else "unknown"

    def _traits(self, body: str) -> Iterator[Verdict]:
        """What the applicant must be or have."""
        lexicon = load_traits()
        said = said_in(body)
        others: list[Said] = []
        for item in said:
            if lexicon.traits[item.id].entity and item.id not in PERSONS and not self._applicant(item, body):
                others.append(item)
                continue
            goes_on = others and JOINED.fullmatch(body[others[-1].start : item.start])  # 承接高等院校、科研机构的成果
            if lexicon.traits[item.id].entity and (goes_on or OTHERS.search(body[: item.start]) or EMPLOYED.match(body[item.start :])):
                others.append(item)
        yield from (verdict for item in others if (verdict := self._trait(item, body)) == "met")
        said = tuple(item for item in said if item not in others)
        bodies = [item for item in said if lexicon.traits[item.id].entity]
        degrees = [item for item in said if item.id in DEGREES]
        if len({item.id for item in degrees}) > 1:
            yield either(self._trait(item, body) for item in degrees)
            said = tuple(item for item in said if item not in degrees)
        open_to_all = bool(re.search(r"(?:^|[、和与及对向])企(?:事)?业", body))
        for item in said:
            if item in bodies and (open_to_all or len({other.id for other in bodies}) > 1):
                continue
            if item.id not in lexicon.standing:
                yield self._trait(item, body)
            elif (verdict := self._trait(item, body)) != "unknown":
                yield verdict
        if len({other.id for other in bodies}) > 1 and not open_to_all:
            yield either(self._trait(item, body) for item in bodies)

    def _applicant(self, said: Said, body: str) -> bool:
        """Tell whether a body that words name is who applies: it opens them, or nothing but its own kind follows it."""
        named = load_traits().traits[said.id].words.match(body, said.start)
        return bool(OPENS.search(body[: said.start])) or named is None or bool(HEADS.match(body[named.end() :]))

    def _runs(self, body: str) -> Verdict | None:
        """Whether one runs what is asked for, by what it says that it runs; None where it does not say what."""
        if not RUN.search(self.profile.text):
            return "not_met"
        own, wanted = OPERATES.search(self.profile.text), RUNS.sub("", body)
        if not own or len(wanted) < MANY:
            return None
        return "met" if overlap(wanted, own[1]) > 0 or overlap(own[1], wanted) > 0 else "not_met"

    def _conduct(self, body: str) -> bool:
        """Tell whether all that words speak of is good standing: since when it must have been good is not asked."""
        said = said_in(body)
        return bool(said) and all(item.id in load_traits().standing for item in said)

    def _standing(self, body: str) -> bool:
        """Tell whether words speak of good standing alone, which is not known where nothing is told; a length of time is more."""
        if any(True for _ in lengths(self.profile, body)) or any(True for _ in amounts(self.profile, body)):
            return False
        return self._conduct(body) and "unknown" not in acts(self.profile, body, plain(self.about))

    def _told(self, asked: Said, body: str) -> list[Said]:
        """What the profile says of a trait; of what one is, the first, since what one deals with comes after it."""
        told = [
            said
            for said in self.profile.traits
            if said.id == asked.id or said.id in ALSO.get(asked.id, ()) or (said.id == WIDER.get(asked.id) and not said.holds)
        ]
        if asked.id == "specialised" and asked.grades and UPWARD.search(body):  # the highest grade of it has a name of its own
            told += [replace(said, grades=("国家级",)) for said in self.profile.traits if said.id == "little_giant"]
        return told[:1] if asked.id in DESCRIBES else told

    def _trait(self, asked: Said, body: str) -> Verdict:
        lexicon = load_traits()
        told = self._told(asked, body)
        if not told and self._only_less(asked):
            return "not_met" if asked.holds else "met"
        if not told:
            if lexicon.traits[asked.id].entity or (asked.id == "moved_in" and self.profile.founded):
                return "not_met" if asked.holds else "met"
            has = ruled(self.profile, asked)
            if has is not None:
                return "met" if has == asked.holds else "not_met"
            for term, meaning in self.definitions.items():
                if lexicon.traits[asked.id].words.search(plain(term)):
                    return Judge(self.profile, {}).verdict(meaning)  # a definition may name its own term
            return "unknown"
        if asked.grades and any(said.grades for said in told):
            told = [said for said in told if said.grades]
        if asked.modifier and any(said.modifier for said in told):
            told = [said for said in told if said.modifier]
        best = either(self._against(asked, said, body) for said in told)
        if asked.holds or best == "unknown":
            return best
        return "not_met" if best == "met" else "met"

    def _only_less(self, asked: Said) -> bool:
        """Tell whether what is told in place of a trait is another degree, or a stage before it."""
        others = {said.id for said in self.profile.traits if said.holds or said.id in DEGREES}
        return bool((asked.id in DEGREES and others & set(DEGREES)) or others & set(STAGES.get(asked.id, ())))

    def _when(self, told: Said) -> date | None:
        """When something came to be: by its own clause, or by those before it in the sentence, which hold for it as well."""
        sentence = re.split(r"[。;；！!]", self.profile.text[: told.start])[-1]
        stretches = [told.clause, *reversed(re.split(r"[，,]", sentence))]
        return next((day for words in stretches if (day := moment_in(words, self.profile.today))), None)

    def _against(self, asked: Said, told: Said, body: str) -> Verdict:
        if not told.holds:
            return "not_met"
        if asked.id in PLAIN:
            return "met"
        if asked.grades:
            if not told.grades:
                return "unknown"
            high = max((RANKS.get(grade, 0) for grade in told.grades), default=0)
            least = min((RANKS.get(grade, 0) for grade in asked.grades), default=0)
            upward = UPWARD.search(body) is not None
            if not set(asked.grades) & set(told.grades) and not (upward and high >= least > 0):
                return "not_met"
        if asked.modifier in ("first", "renewed"):
            when = self._when(told)
            if asked.modifier == "first" and when and when.year < self.profile.today.year - 1:
                return "not_met"  # what is paid for is new
            if not told.modifier:
                return "met" if asked.modifier == "first" and when and GAINED.search(told.clause) else "unknown"
            return "met" if asked.modifier == told.modifier else "not_met"
        return "met"
