"""A condition's words and a profile -> met, not met, or not known."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from facts.acts import acts
from facts.applicant import NOT_YET, speaker_of
from facts.atoms import GENERAL, alternatives
from facts.awards import paid_before
from facts.bare_units import bare_units
from facts.customs_codes import coded
from facts.doubts import doubted
from facts.figures import ENOUGH
from facts.first_reached import first_reached
from facts.firsts import firsts
from facts.grades import GRADED, named
from facts.held import EXPIRED, PLAIN, VALID, Holding
from facts.intervals import WITHIN, intervals
from facts.likeness import core, overlap
from facts.lines import line
from facts.moments import PLACE, moments, places
from facts.named_kinds import one_of
from facts.no_titles import has_none
from facts.profile import Profile
from facts.profits import profitable
from facts.relations import unrelated
from facts.runners import runs_it
from facts.saying import denied, told
from facts.scales import kinds_listed, scales
from facts.squeezed_rule import squeezed_rule
from facts.states import state
from facts.thresholds import amounts, growth, lengths
from facts.trades import trade
from facts.traits import load_traits, plain, said_in
from facts.unfinished import unfinished
from facts.verdict import Verdict, either, every

WHO = re.compile(
    r"(?:企业|单位|人员|机构|个人|管理人|人才|空间|主体|经营户|高校|研究生|毕业生)(?P<but>[,，][^,，]*除外)?$"
)  # a definition of somebody
FIRM_MEANT = re.compile(r"(?:企业|公司)$")
EITHER = re.compile(r"或者|或|之一|任一|任意")
FIELDS = re.compile(r"(?:等)?(?:[一二三四五六七八九十\d]大)?(?:重点)?(?:领域|产业|行业)$")
LISTED = re.compile(r"、|以及|或者?|和|与|及")
VAGUE = re.compile(
    r"(?:优秀|各类|新|专业|技术|高层次|高技能|紧缺|急需|创业|创新|青年|管理|相关|和|、)*(?:人才|人员)|青年|个人"
)  # where the document does not define it
FROM_OTHERS = re.compile(r"(?<=[企业单位机构公司])(?:向|从|与|同)[^,;]*(?:高校|院校|院所|大学|机构|银行)$")  # whom it deals with
OTHER_THAN = re.compile(r"除(?P<but>[^,，]{2,40}?)(?:以外|之外|外)的?[\u4e00-\u9fff]{0,6}(?:企业|单位|公司)")
BUT = re.compile(r"[,(](?P<but>[^,()]{2,40})除外\)?")
OF_HOUSED = re.compile(r"(?:在孵|孵化器?内|园区?内|载体内|入驻|所孵化)[^,;]{0,4}企业[^,;]{0,20}(?:认定|毕业|获|评|入库|升|上规)")
HOUSED_TOLD = re.compile(r"(?:园|孵|入驻|载体|毕业|培育)[^。;]{0,24}\d+家|\d+家[^。;]{0,16}(?:在孵|毕业|入驻)")
OF_A_THING = re.compile(
    r"(?:取得|获得|通过)[^,;]{0,14}(?:商标|专利|药品|器械|证书|作品|著作|品种|产品注册|注册证)"
)  # what is registered is no firm
TITLE = re.compile(r"(?:[正副]高级?|中级|高级)(?:以上)?(?:职称|专业技术)")
KINDS = re.compile(
    r"(?:企业|单位|公司|机构|院所|高校|学校|人才|人员|毕业生|个人|主体|团队|平台|合作社|农场|大户|军人|组织|协会|学会|团体|法人|医院|主体|企业法人)(?=$|[、和与及以或])"
)
ANY_FIRM = re.compile(r"(?:各类|相关|符合条件的)?(?:企业|企业法人|法人企业|法人)")
MANY = 2
PROJECT = re.compile(
    r"^(?!.*(?:\d|纳入|列入|级)).{0,12}项目$|^(?:新?购置|购买|采购|新购|投资|更新)[\u4e00-\u9fff]{0,6}设备$|^(?:实施|开展)[\u4e00-\u9fff]{2,8}(?:改造|升级|更新)$"
)
REGISTERED = re.compile(
    r"^[^,;\d]{0,14}(?:登记注册|注册登记|行政区域内注册|境内注册|依法注册)(?!满)[^,;\d]{0,6}$|"
    r"^(?:注册|登记|工商|税务|统计|征管|纳税|隶属|关系|地|及其?|和|与|、)+(?:均|都)?在[^,;\d]{1,12}$"
)
FOUNDED = re.compile(r"\d{4}年.*(?:以后|之后|后|起|以来|至).*(?:注册|成立|设立|登记)")  # a day, not good standing
UNRELATED_ONE = re.compile(r"(?:(?:与|和|跟)[^,;]{2,10}?)?(?:其)?(?:无|没有|不存在)[^,;]{0,6}关联(?:关系)?的?|非关联的?")
GENERAL_SIDE = re.compile(r"(?:交易|合同|买卖)?(?:双方|服务商|供应商|对方|[服务机构企业公司单位为是均应]){0,8}")
HIRES = re.compile(r"(?:招用|招聘|招录|引进|吸纳|接收|录用|聘用|招收)[^,;]*(?:毕业生|博士|硕士|本科|大学生|人才|人员|学生)")
HIRED = re.compile(
    r"[招聘进收]了?|实习|大学生|毕业生|应届|博士|硕士|本科|新来|来的|来过|引进|接收|吸纳|录用|入职|来了|接了|带了|用了|员工[^,;。]{0,6}(?:毕业|新)"
)
ELSEWHERE = re.compile(r"第[一二三四五六七八九十百\d]+[条项][^,;]{0,8}(?:所列|所称|规定|支持)的?(?:项目|事项|范围|用途)")
BESIDE = r"(?:纳入|列入|进入|成为|升为|认定为|入驻|进驻|租用|在|租在|(?:为|向|对)[^,;的]{0,12})"  # a term behind these is not who applies
OFFENCE = re.compile(r"骗取|骗补|套取|虚假|虚开|虚报|伪造|冒用|冒领|挪用|弄虚作假|造假")
NEWLY = re.compile(r"(?:首次|新)(?:被|通过|获得)?(?:认定|评定|获评|评为|获批|入选|备案|认证)(?:的|为)?")
OWN_HOW = re.compile(r"首次|新|有效期|重新|再次|通过|期满|复")  # a member of a list that says itself how it is one
REST = 4  # characters beside a defined term that ask for something of their own


def _each(parts: list[str]) -> list[str]:
    """The members of a list, each with the words before the first that say how it is such a one: 首次认定的甲企业、乙企业."""
    how = NEWLY.match(parts[0])
    return [part if not how or OWN_HOW.match(part) else how.group() + part for part in parts] if how else parts


def _of_tests(body: str) -> bool:
    """Tell whether words say that one of several things is enough, and not only name two kinds of one: …小微企业或者个体工商户."""
    parts = EITHER.split(body)
    return len(parts) > 1 and (not parts[-1] or KINDS.fullmatch(parts[-1]) is None)


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges words against one profile; `definitions` are those of the document: term -> its meaning; `about` is the whole rule."""

    profile: Profile
    definitions: Mapping[str, str]
    about: str = ""

    def standing(self, words: str) -> bool:
        """Tell whether words ask for nothing, or for good standing alone, of which nothing is told."""
        return not any(True for atoms in alternatives(BUT.sub("", squeezed_rule(words))) for atom in atoms for _ in self._atom(atom, ""))

    def registered(self, words: str) -> bool:
        """Tell whether all that words ask for is that one is registered: who is in the place is, until the contrary is told."""
        atoms = [atom for group in alternatives(squeezed_rule(words)) for atom in group]
        return bool(atoms) and all(REGISTERED.search(atom) for atom in atoms) and not NOT_YET.search(self.profile.text)

    def verdict(self, words: str, subject: str = "") -> Verdict:
        """Return whether the words hold of the profile.

        Args:
            words: a condition, or the grounds of an exclusion.
            subject: what the measure is for, where a condition speaks of the day of a recognition.
        """
        squeezed = squeezed_rule(words)
        for but in BUT.finditer(squeezed):
            if not re.search("规定|约定|注明", but["but"]) and self.verdict(but["but"], subject) == "met":
                return "not_met"
        by_code, words = coded(self.profile, BUT.sub("", squeezed))
        if by_code == "not_met" and not EITHER.search(words):
            return "not_met"
        groups = [every(verdicts) for atoms in alternatives(squeezed_rule(words)) if (verdicts := self._all(atoms, subject))]
        named = [self._defined(plain(term), meaning) for term, meaning in self._terms(words) if GENERAL.fullmatch(plain(term))]
        return every([*named, *([either(groups)] if groups else [])]) if groups or named else "unknown"

    def _all(self, atoms: list[str], subject: str) -> list[Verdict]:
        """The verdicts on several things; a bare 项目 beside others that are met is what they are told of."""
        found = [(atom, list(self._atom(atom, subject))) for atom in atoms]
        others = any("met" in verdicts for _, verdicts in found)
        return [one for atom, verdicts in found for one in verdicts if not (others and one == "unknown" and PROJECT.search(atom))]

    def _atom(self, body: str, subject: str) -> Iterator[Verdict]:
        """What is known of a single thing asked for, and apart from it that two sides must not be related."""
        kin = unrelated(self.profile.text, body, plain(self.about))
        if kin in ("met", "not_met"):
            yield kin
            body = UNRELATED_ONE.sub("", body)
            if len(core(body)) < REST or GENERAL_SIDE.fullmatch(body):
                return
        if not (VALID.search(body) and not said_in(body) and not EXPIRED.search(self.profile.text)):
            yield from self._thing(body, subject)  # a certificate that is spoken of is good until the contrary is told

    def _thing(self, body: str, subject: str) -> Iterator[Verdict]:
        """What is known of a single thing; nothing where it is good standing of which nothing is told."""
        if REGISTERED.search(body):  # the firm, no contract; of an enterprise that is in the place nothing else is asked
            if NOT_YET.search(self.profile.text):
                yield "not_met"
            return
        if denied(self.profile, body) or unfinished(self.profile, body) or has_none(self.profile, body):
            yield "not_met"
            return
        ranked, body = self._ranked(body)
        yield from ranked
        defined = self._terms(body)
        for term, meaning in defined:
            yield self._defined(plain(term), meaning)
            body = body.replace(plain(term), "")
        of = paid_before(self.profile, body) or line(self.profile, body, self.definitions) or self._housed(body)
        of = of or profitable(self.profile, body)
        if of is not None:
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

    def _ranked(self, body: str) -> tuple[list[Verdict], str]:
        """What is told of a rank that a defined term means (主导制定，是指排名前三位), and the words without that term."""
        found: list[Verdict] = []
        for term, meaning in self.definitions.items():
            if plain(term) in body and PLACE.search(plain(meaning)):
                found += places(self.profile, plain(meaning), plain(self.about))
                body = body.replace(plain(term), "")
        return found, body

    def _terms(self, body: str) -> list[tuple[str, str]]:
        """The defined terms by which words say who applies, not whom it deals with or what it comes to be."""
        named = [(term, meaning) for term, meaning in self.definitions.items() if plain(term) in body and WHO.search(meaning)]
        return [pair for pair in named if not re.search(BESIDE + re.escape(plain(pair[0])), body)]

    def _housed(self, body: str) -> Verdict | None:
        """What is told of the firms that one houses, where words ask for them: 在孵企业首次认定为高新技术企业."""
        counted = HOUSED_TOLD.search(self.profile.text) if OF_HOUSED.search(body) else None
        return state(self.profile.text, *counted.span()) if counted else None

    def _open_to_all(self, body: str) -> bool:
        """Tell whether words list kinds of applicants, any enterprise among them, and an enterprise speaks."""
        kinds = LISTED.split(body)
        firms = len(kinds) > 1 and all(KINDS.search(kind) for kind in kinds) and any(ANY_FIRM.fullmatch(kind) for kind in kinds)
        return firms and speaker_of(self.profile) == "enterprise"

    def _defined(self, term: str, meaning: str) -> Verdict:
        """A definition of somebody, and whom it leaves out; what is told of the term itself decides where the meaning does not."""
        but = WHO.search(meaning)
        judge = Judge(self.profile, {})
        own = every(judge._holding().verdicts(term)) if said_in(term) else "unknown"
        if own == "not_met" or (speaker_of(self.profile) == "person" and FIRM_MEANT.search(meaning)):
            return own  # what a person tells in figures is none of the enterprise that one works for
        if other := OTHER_THAN.match(meaning):
            grounds = [judge.verdict(part) for part in LISTED.split(other["but"])]
            return "not_met" if "met" in grounds or one_of(self.profile, other["but"]) else own
        if but and but["but"]:
            grounds = [judge.verdict(part) for part in LISTED.split(but["but"].strip("，,").removesuffix("除外"))]
            if "met" in grounds:
                return "not_met"
            meaning = meaning[: but.start("but")]
        verdict = judge.verdict(meaning)
        return own if verdict == "unknown" else verdict

    def _plain(self, body: str, subject: str) -> Verdict:
        if self._untold(body):
            return "unknown"
        body = FROM_OTHERS.sub("", body)
        parts = LISTED.split(body)
        bodies = [part for part in parts if KINDS.search(part)]
        named_all = all(said_in(part) or GRADED.search(part) or TITLE.search(part) for part in parts) and not kinds_listed(body)
        if len(parts) > 1 and not re.search(r"\d", body) and (len(bodies) == len(parts) or named_all):
            return either(self._plain(part, subject) for part in _each(parts))
        if (of := trade(self.profile, body)) == "not_met":
            return of
        if FIELDS.search(body) and "、" in body:
            return self._field(body)
        times = list(intervals(self.profile, body))
        done = WITHIN.sub("", body) if times and "unknown" not in times else body  # both days are told, so both are done
        marks = list(first_reached(self.profile, body))  # they are judged as marks, not as thresholds
        found = [
            *lengths(self.profile, body),
            *(marks or amounts(self.profile, body, plain(self.about))),
            *growth(self.profile, body),
            *times,
            *bare_units(self.profile, body),
            *places(self.profile, body, plain(subject)),
            *self._held(body),
            *scales(self.profile, body, plain(self.about)),
            *acts(self.profile, done, plain(self.about)),
            *firsts(self.profile, body, plain(self.about)),
        ]
        when = list(moments(self.profile, body, plain(subject))) if FOUNDED.search(body) or not self._conduct(body) else []
        if "not_met" not in (*found, *when) and self._open(body, bool(found or when)):
            return "unknown"
        if not found and not when:
            if (runs := runs_it(self.profile, body)) is not None:
                return runs
            if self._conduct(body):
                return "unknown"
            return of or told(self.profile, body)
        both = [*found, *when]
        return either(both) if len(both) > 1 and "not_met" not in when and _of_tests(body) else every(both)

    def _untold(self, body: str) -> bool:
        """Tell whether words name whom one takes on, who is not who applies, or an offence, which is no act by itself, and none is told."""
        hires = HIRES.search(body) and not HIRED.search(self.profile.text) and speaker_of(self.profile) != "person"
        return bool(hires or (OFFENCE.search(body) and not OFFENCE.search(self.profile.text)))

    def _open(self, body: str, found: bool) -> bool:
        """Tell whether the profile doubts what words ask for, or another provision says what they mean: 第七条所列项目."""
        return bool(found and ELSEWHERE.search(body)) or doubted(self.profile.text, body, plain(self.about))

    def _holding(self) -> Holding:
        return Holding(self.profile, self.definitions, Judge(self.profile, {}).verdict)

    def _held(self, body: str) -> list[Verdict]:
        """What is known of the traits that words name; where that is nothing, of what they name with a grade."""
        traits = list(self._holding().verdicts(body))
        by_name = list(named(self.profile, body)) if all(verdict == "unknown" for verdict in traits) else []
        return by_name or traits

    def _field(self, body: str) -> Verdict:
        """A list of fields of work: one of them told is enough; none told decides nothing."""
        parts = re.split(r"、|和|与|及", FIELDS.sub("", body))
        return "met" if any(len(part) > 1 and overlap(part, self.profile.text) >= ENOUGH for part in parts) else "unknown"

    def _conduct(self, body: str) -> bool:
        """Tell whether all that words speak of is good standing: since when it must have been good is not asked."""
        said = said_in(body)
        return bool(said) and all(item.id in load_traits().standing for item in said) and not OF_A_THING.search(body)

    def _standing(self, body: str) -> bool:
        """Tell whether words speak of good standing alone, which is not known where nothing is told; a length of time is more."""
        if any(True for _ in lengths(self.profile, body)) or any(True for _ in amounts(self.profile, body)):
            return False
        return self._conduct(body) and "unknown" not in acts(self.profile, body, plain(self.about))
