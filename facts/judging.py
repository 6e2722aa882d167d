"""A condition's words and a profile -> met, not met, or not known."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from facts.across import said_across
from facts.acts import acts, outside
from facts.applicant import NOT_YET
from facts.atoms import GENERAL, alternatives
from facts.awards import paid_before
from facts.bare_units import bare_units
from facts.customs_codes import coded
from facts.defined_terms import of_defined, ranked, terms_in
from facts.doubts import doubted
from facts.employed import employed
from facts.first_reached import first_reached
from facts.firsts import firsts
from facts.founded_before import founded_before
from facts.good_standing import REGISTERED, is_conduct, is_standing
from facts.grade_words import of_grade
from facts.grades import GRADED, named
from facts.growth import growth, is_fall
from facts.held import EXPIRED, PLAIN, VALID, Holding
from facts.incidents import befallen
from facts.intervals import WITHIN, intervals
from facts.legal_forms import of_form
from facts.lengths import lengths
from facts.levels import level_told
from facts.likeness import core
from facts.lines import line
from facts.listed_kinds import EITHER, FIELDS, KINDS, LISTED, each, of_fields, of_tests, open_to_all
from facts.moments import moments, places
from facts.no_titles import has_none
from facts.others_told import housed, is_untold
from facts.profile import Profile
from facts.profits import profitable
from facts.purposes import aims_at
from facts.relations import unrelated
from facts.runners import runs_it
from facts.saying import denied, told
from facts.scales import kinds_listed, scales
from facts.sizes import size
from facts.squeezed_rule import squeezed_rule
from facts.thresholds import amounts
from facts.trades import trade
from facts.trait_lexicon import load_traits
from facts.traits import plain, said_in
from facts.unfinished import unfinished
from facts.verdict import Verdict, either, every

VAGUE = re.compile(
    r"(?:优秀|各类|新|专业|技术|高层次|高技能|紧缺|急需|创业|创新|青年|管理|相关|和|、)*(?:人才|人员)|青年|个人"
)  # where the document does not define it
FROM_OTHERS = re.compile(r"(?<=[企业单位机构公司])(?:向|从|与|同)[^,;]*(?:高校|院校|院所|大学|机构|银行)$")  # whom it deals with
BUT = re.compile(r"[,(](?P<but>[^,()]{2,40})除外\)?")
TITLE = re.compile(r"(?:[正副]高级?|中级|高级)(?:以上)?(?:职称|专业技术)")
ALSO = re.compile(
    r"^(?P<one>[^;]*(?:企业|单位|公司|法人)),以及(?P<others>[^,;]*(?:、|和)[^,;]*)$"
)  # 注册的企业，以及高校、科研院所: either of them
MANY = 2
PROJECT = re.compile(
    r"^(?!.*(?:\d|纳入|列入|级)).{0,12}项目$|^(?:新?购置|购买|采购|新购|投资|更新)[\u4e00-\u9fff]{0,6}设备$|^(?:实施|开展)[\u4e00-\u9fff]{2,8}(?:改造|升级|更新)$"
)
FOUNDED = re.compile(r"\d{4}年.*(?:以后|之后|后|起|以来|至).*(?:注册|成立|设立|登记)")  # a day, not good standing
UNRELATED_ONE = re.compile(r"(?:(?:与|和|跟)[^,;]{2,10}?)?(?:其)?(?:无|没有|不存在)[^,;]{0,6}关联(?:关系)?的?|非关联的?")
GENERAL_SIDE = re.compile(r"(?:交易|合同|买卖)?(?:双方|服务商|供应商|对方|[服务机构企业公司单位为是均应]){0,8}")
ELSEWHERE = re.compile(r"第[一二三四五六七八九十百\d]+[条项][^,;]{0,8}(?:所列|所称|规定|支持)的?(?:项目|事项|范围|用途)")
WITH_OTHERS = re.compile(r"与其?无[^，,；;]{0,6}关[联系]")
RATED = re.compile(r"等级|星级|(?:评定|评估|认定)(?:为|达到)?[一二三四五\dA-Z]+[级星A]")  # beside what one is, which grade it has
REST = 4  # characters beside a defined term that ask for something of their own


FULL_TIME = re.compile(
    r"(?<!非)全日制(?=(?:博士|硕士|本科)[^、，,；;]{0,4}、[^、，,；;]{0,4}(?:职称|高级|中级|技师))"
)  # of the degree alone
BESIDE_WORK = re.compile(r"在职|非全日制|函授|自考|成人教育|夜大")


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges words against one profile; `definitions` are those of the document: term -> its meaning; `about` is the whole rule."""

    profile: Profile
    definitions: Mapping[str, str]
    about: str = ""

    def standing(self, words: str) -> bool:
        """Tell whether words ask for nothing, or for good standing alone, of which nothing is told."""
        if wide := ALSO.match(squeezed_rule(words)):
            return self.standing(wide["one"])
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
        words = words if BESIDE_WORK.search(self.profile.text) else FULL_TIME.sub("", words)
        squeezed = squeezed_rule(words)
        if wide := ALSO.match(squeezed):
            return either((self.verdict(wide["one"], subject), self.verdict(wide["others"], subject)))
        for but in BUT.finditer(squeezed):
            if not re.search("规定|约定|注明", but["but"]) and self.verdict(but["but"], subject) == "met":
                return "not_met"
        kin = unrelated(self.profile.text, plain(words), plain(self.about)) if WITH_OTHERS.search(words) else None
        if kin == "not_met":
            return kin  # whom one deals with is not asked otherwise
        by_code, words = coded(self.profile, BUT.sub("", squeezed))
        if by_code == "not_met" and not EITHER.search(words):
            return "not_met"
        groups = [every(verdicts) for atoms in alternatives(squeezed_rule(words)) if (verdicts := self._all(atoms, subject))]
        named = [
            of_defined(self.profile, plain(term), meaning, Judge(self.profile, {}).verdict)
            for term, meaning in terms_in(self.definitions, words)
            if GENERAL.fullmatch(plain(term))
        ]
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
        since = founded_before(self.profile, body)
        if since or REGISTERED.search(body):  # the firm, no contract; of an enterprise that is in the place nothing else is asked
            known: Verdict | None = "not_met" if NOT_YET.search(self.profile.text) else since
            yield from [known] if known else []
            return
        if denied(self.profile, body) or unfinished(self.profile, body) or has_none(self.profile, body):
            yield "not_met"
            return
        if (form := of_form(self.profile, body)) is not None:
            yield form
            return
        by_rank, body = ranked(self.profile, self.definitions, body, self.about)
        yield from by_rank
        defined = terms_in(self.definitions, body)
        for term, meaning in defined:
            yield of_defined(self.profile, plain(term), meaning, Judge(self.profile, {}).verdict)
            body = body.replace(plain(term), "")
        of = paid_before(self.profile, body) or line(self.profile, body, self.definitions) or housed(self.profile, body)
        of = (
            of
            or profitable(self.profile, body)
            or befallen(self.profile, body)
            or aims_at(self.profile, body)
            or employed(self.profile, body)
            or outside(self.profile, body, plain(self.about))
            or of_grade(self.profile, body, plain(self.about))
        )
        if of is not None:
            yield of
            return
        if (defined and len(core(body)) < REST) or VAGUE.fullmatch(body):
            return
        if open_to_all(self.profile, body):
            return
        verdict = self._plain(body, subject)
        recognised = {said.id for said in said_in(body)} & load_traits().statuses - PLAIN
        if verdict == "unknown" and len(KINDS.findall(body)) > MANY and not recognised:
            return  # so many kinds of applicant that nearly everybody is one
        if verdict != "unknown" or not is_standing(self.profile, body, self.about):
            yield verdict

    def _plain(self, body: str, subject: str) -> Verdict:
        if is_untold(self.profile, body):
            return "unknown"
        body = FROM_OTHERS.sub("", body)
        parts = LISTED.split(body)
        bodies = [part for part in parts if KINDS.search(part)]
        named_all = all(said_in(part) or GRADED.search(part) or TITLE.search(part) for part in parts) and not kinds_listed(body)
        if len(parts) > 1 and not re.search(r"\d", body) and (len(bodies) == len(parts) or named_all):
            return either(self._plain(part, subject) for part in each(parts))
        if (of := trade(self.profile, body)) == "not_met":
            return of
        if FIELDS.search(body) and "、" in body:
            return of_fields(self.profile, body)
        times = list(intervals(self.profile, body))
        done = WITHIN.sub("", body) if times and "unknown" not in times else body  # both days are told, so both are done
        marks = list(first_reached(self.profile, body))  # they are judged as marks, not as thresholds
        found = [
            *lengths(self.profile, body),
            *(marks or ([] if is_fall(body) else amounts(self.profile, body, plain(self.about)))),
            *growth(self.profile, body),
            *times,
            *bare_units(self.profile, body),
            *places(self.profile, body, plain(subject)),
            *self._held(body),
            *size(self.profile, body),
            *([level] if (level := level_told(self.profile, body)) is not None else []),
            *scales(self.profile, body, plain(self.about)),
            *acts(self.profile, done, plain(self.about)),
            *firsts(self.profile, body, plain(self.about)),
        ]
        when = list(moments(self.profile, body, plain(subject))) if FOUNDED.search(body) or not is_conduct(body) else []
        if "not_met" not in (*found, *when) and self._open(body, bool(found or when)):
            return "unknown"
        if not found and not when:
            if (runs := runs_it(self.profile, body)) is not None:
                return runs
            if is_conduct(body):
                return "unknown"
            so = (None if RATED.search(body) else of) or told(self.profile, body)
            return said_across(self.profile, body) if so == "unknown" else so
        both = [*found, *when]
        verdict = either(both) if len(both) > 1 and "not_met" not in when and of_tests(body) else every(both)
        return "met" if verdict == "unknown" and EITHER.search(body) and told(self.profile, body) == "met" else verdict

    def _open(self, body: str, found: bool) -> bool:
        """Tell whether the profile doubts what words ask for, or another provision says what they mean: 第七条所列项目."""
        return bool(found and ELSEWHERE.search(body)) or doubted(self.profile.text, body, plain(self.about))

    def _holding(self) -> Holding:
        return Holding(self.profile, self.definitions, Judge(self.profile, {}).verdict)

    def _held(self, body: str) -> list[Verdict]:
        """What is known of the traits that words name, and of what they name with a grade where no known recognition decides."""
        traits = list(self._holding().verdicts(body))
        if all(verdict == "unknown" for verdict in traits):
            return list(named(self.profile, body)) or traits
        recognised = (
            {said.id for said in said_in(body)} - load_traits().standing - {one.id for one in load_traits().traits.values() if one.entity}
        )
        return traits if recognised else [*traits, *named(self.profile, body)]
