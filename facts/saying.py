"""Words that no list knows and a profile -> whether something told says the same, or denies it."""

import re

from facts.across import VERBS
from facts.figures import ENOUGH
from facts.levels import level_told
from facts.likeness import core, likeness, overlap, pairs, written_out
from facts.profile import Profile
from facts.sized_things import sized
from facts.states import clause_of, state
from facts.trait_lexicon import load_traits
from facts.traits import CLAUSE, plain
from facts.verdict import Verdict

DENIED = re.compile(
    r"(?:没有?|未|不)(?:做过?|开展|用过?|办过?|搞|进|碰过?|参加过?|买过?|装过?)(?P<term>[\u4e00-\u9fff]{3,10})$|"
    r"没有?(?P<act>投产|竣工|完工|验收|备案|贷款|借款)(?![\u4e00-\u9fff]{0,2}[呢吗])|"
    r"没有(?P<thing>[\u4e00-\u9fff]{3,8})$|(?:还|尚)(?:没有?|未)(?P<deed>[\u4e00-\u9fff]{2,8})$|"
    r"(?:没有?|未|(?<!在)不)(?:是)?在(?P<place>[\u4e00-\u9fff]{3,10}?)(?:发|办|做|建|买|租|走|上)?$|"
    r"(?:也|都)没(?P<none>(?!有|做|用|买|办|搞|评|碰|参|装)[\u4e00-\u9fff]{3,8})$|"
    r"(?P<lack>[\u4e00-\u9fff]{3,10}?)(?:业务|这块|方面)(?:我们|倒|还|也|都|是)*没有?$|"
    r"(?P<topic>[\u4e00-\u9fff]{2,10}?)(?:我们|这个|那些|这块|业务|都|也|倒|还|从来|一直|目前|现在)*(?:没|没有|未|不)(?:用|碰|做|搞|评|办|参加|买|装|弄|干|开展)(?:过|了|成|上)?$"
)
UNSURE = re.compile(
    r"(?:不(?:知|晓|清楚|确定|记得|太懂)|没(?:准|问)|是不是|有没有|[吗呢]$|回去查|记不|还没(?:收到|出来|下来|批)|没(?:收到|下来))"
)
LOCATED = re.compile(r"(?:位于|坐落在|设在)(?P<names>[\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,3})+)(?:[一二三四五六七八九十\d]个)?")
TRADE = re.compile(r"(?:有|从事|开展)(?P<trade>[\u4e00-\u9fff]{2,4})业务")
PLACE_OF = re.compile(
    r"第([一二三四五六七八九十])(?=(?:、第[一二三四五六])*[^,;，；]{0,3}(?:(?:起草|完成|参与|牵头)单位|出品|专利权人|申请人|作者|主编))"
)
FIRST_PLACE = re.compile(r"排头|(?:排|列|位居|排名)(?:在|名)?第[1一](?!\d)")
TO_COME = re.compile(r"申请|拟|计划|筹备|辅导")  # what is not done yet is what they ask for
HOLDS = re.compile(r"(?:持有|取得|获得|具有|具备|拥有)(?P<name>[\u4e00-\u9fff]{4,24}(?:证书?|执照|许可|资质|资格))")
COMPLETE = re.compile(r"(?:证照|证件|手续|资质|许可证?)(?:都|全|均|是)*(?:齐全|齐备|办齐)")  # every paper that the business needs
APPROVED = re.compile(r"经[\u4e00-\u9fff]{2,12}?(?P<by>批准|认定|备案|许可|核准)的(?P<name>[\u4e00-\u9fff]{4,16})")
OTHERS = re.compile(r"客户|别人|别家|对方|合作(?:方|单位)|总公司|母公司|供应商")
SHORTEST = 4  # characters of a name's end that are enough to know it by
LATIN = re.compile(r"(?<![a-z0-9])[a-z]{2,}\d*(?![a-z0-9])")
NONE = re.compile(r"没有?[^,;。]{0,6}(?:关系|关联|联系|往来)|无关联|非关联|不相干|没什么关系")
QUOTED = re.compile(r"[“\"]([^“”\"]{2,12})[”\"]")
FOUNDS = re.compile(r"(?:创办|设立|注册|成立|开办)[^,;]{0,10}(?:企业|公司)$")
NOT_FOUNDED = re.compile(r"(?:没有?|未|还没)(?:开|办|注册|成立|创办)[^,;。，]{0,3}(?:公司|企业)")
MADE_HERE = re.compile(r"本[市区县省]内?(?:投产|生产|制造|转化|产业化)")
MADE_ELSEWHERE = re.compile(r"委托[^,;。]{0,10}生产|代工|外[省市地]工厂")
TAXED_HERE = re.compile(r"(?:税务|税收|纳税|统计)[^,;]{0,12}(?:均|都)?(?:在|属于)")
TAXED_ELSEWHERE = re.compile(
    r"(?:税|统计)[^,;。，]{0,8}(?:还|都|仍)*(?:留在|不在|没转|没有转|没迁|在外[市区县地])|(?:税|统计)[^,;。，]{0,4}(?:没|未)(?:有)?(?:转|迁)"
)
RUN_HERE = re.compile(r"(?:实际|主要)?(?:生产)?经营(?:地|场所|地址)[^,;]{0,10}在[\u4e00-\u9fff]{2,}[区县市]")
RUN_ELSEWHERE = re.compile(
    r"(?:厂房|厂子|办公室?|人员?|生产|经营|车间)(?:都|全|全都|其实|实际)*在(?:隔壁的?)?(?P<place>[\u4e00-\u9fff]{2,4}[区县市])(?![里内])"
)
DONE_HERE = re.compile(r"(?:在|于)(?:[\u4e00-\u9fff]{2,6}[市区县省]|本[市区县省])(?:内|境内|范围内)?(?P<deed>[\u4e00-\u9fff]{2})")
ELSEWHERE = r"(?:省会|外省|外地|外市|外县|省外|市外|异地|邻[市县区省]|隔壁[市区县省]?|别的[市区县省地]|其他[市区县省])"
OF_HERE = re.compile(
    r"(?:本[市区县省]|[市区县省境]内)的?(?P<thing>(?![^,;、]{0,6}(?:企业|公司|单位|机构|注册|登记|工商))[\u4e00-\u9fff]{3,8})"
)
OF_ELSEWHERE = re.compile(rf"(?<![从向给卖])(?<!销往){ELSEWHERE}的(?P<thing>[\u4e00-\u9fff]{{3,8}})")
SAME_THING = 0.5  # share of the name of a thing elsewhere that a rule's thing here holds
OWN = re.compile(r"自有(厂房|用地|场地|土地)")
ALLOWANCE, MARGIN = re.compile(r"(?:最低生活保障|低保)(?!边缘)"), re.compile(r"(?:最低生活保障|低保)边缘")
AGAIN = re.compile(r"^(?:有效)?期?满?(?:后)?(?:重新|再次)(?:通过)?(?:认定|评定|获评|复核)")  # 有效期满重新认定的, of what is named before
HAD_AGAIN = re.compile(r"重新|再次|又(?:认|评|通过|拿)|复审|复核|期满|到期|续|换证|第[二三四23]次")
LETTER = re.compile(r"([a-e])[级类]")
LONG_TERM, MOSTLY = 4, 0.66  # of a longer thing that is denied, most of it must be asked for
EARLIER = re.compile(r"(?:之前|以前|此前|原来|原先|过去|往年)[^,;。]{0,6}(?:没|未)")  # it says nothing of now
FAINT = 0.45  # likeness from which what is told not to be so decides
NAMES = 0.4  # likeness that is enough where a project is only named, beside what must hold of it
NEGATIVE = re.compile(r"未|没有|不得|无(?!人|线|形|锡|源|菌|障碍|纺|土)|非(?!遗|标|金属|织|公有|凡|晶|国有|物质)")
LIST = re.compile(r"、|或者?|和|与|及")


def _elsewhere(profile: Profile, body: str) -> bool:
    """Tell whether a profile says that what must be done in a place is done in another."""
    if MADE_HERE.search(body) and MADE_ELSEWHERE.search(profile.text):
        return True
    if TAXED_HERE.search(body) and TAXED_ELSEWHERE.search(profile.text):
        return True
    if (here := OF_HERE.search(body)) and any(
        overlap(other["thing"], here["thing"]) >= SAME_THING for other in OF_ELSEWHERE.finditer(profile.text)
    ):
        return True
    if RUN_HERE.search(body) and any(match["place"][:2] not in body for match in RUN_ELSEWHERE.finditer(profile.text)):
        return True
    if (here := DONE_HERE.search(body)) and re.search(
        rf"{here['deed']}[^,;。]{{0,8}}(?:都|却|还|其实)?(?:是|放)?在{ELSEWHERE}", profile.text
    ):
        return True
    return False


def _other_margin(profile: Profile, body: str) -> bool:
    """Tell whether words ask for households on the minimum allowance and a profile tells of one at its margin, or the other way round."""
    (wide, near), (own_wide, own_near) = ((ALLOWANCE.search(words), MARGIN.search(words)) for words in (body, profile.text))
    return bool((wide and not near and own_near and not own_wide) or (near and not wide and own_wide and not own_near))


def denied(profile: Profile, body: str) -> bool:
    """Tell whether a profile says in as many words that there is nothing of the kind."""
    if _elsewhere(profile, body) or _other_margin(profile, body):
        return True
    if (own := OWN.search(body)) and re.search(rf"{own[1]}[^,;。]{{0,4}}租来?的|租来?的?{own[1]}", profile.text):
        return True
    for clause in CLAUSE.finditer(profile.text):
        match = DENIED.search(clause.group())
        term = core(next(filter(None, match.groups()))) if match else ""
        if (
            len(term) < (2 if match and (match["deed"] or match["act"]) else 3)
            or not match
            or UNSURE.search(clause.group())
            or EARLIER.search(clause.group())
        ):
            continue
        if match["deed"] and TO_COME.search(body):
            continue
        if match["act"] and re.search(
            rf"(?<![没未不]){match['act']}(?:合格|通过|过)?了|\d+[家个台项套条][^,;。没未不]{{0,6}}{match['act']}(?:合格|通过)",
            profile.text,
        ):
            continue  # of several things some are done
        if overlap(term, body) >= (1 if len(term) < LONG_TERM else MOSTLY) and not re.search(
            r"(?:未|没有?|不|无)[^,;]{0,8}" + re.escape(term[:2]), body
        ):
            return True
    return False


def told(profile: Profile, body: str) -> Verdict:
    """Return whether something told says the same as some words; of a list one is enough."""
    if (place := LOCATED.search(body)) and any(name in profile.text for name in place["names"].split("、")):
        return "met"
    if (letters := _latin(profile, body) or _graded(profile, body) or _document(profile, body) or _open(profile, body)) is not None:
        return letters
    if name := QUOTED.search(body):
        clause = next(
            (match.group() for match in CLAUSE.finditer(profile.text) if plain(name[1]) in re.sub('[“”"]', "", match.group())), ""
        )
        if clause and not UNSURE.search(clause):
            return "not_met" if load_traits().denied_before.search(clause[: clause.find(name[1][:2])]) else "met"
    if (trade := TRADE.fullmatch(body)) and trade["trade"] in profile.text and not denied(profile, body):
        return "met"
    if FOUNDS.search(body) and (profile.founded or NOT_FOUNDED.search(profile.text)):
        return "not_met" if NOT_FOUNDED.search(profile.text) else "met"
    places, own = set(PLACE_OF.findall(body)), set(PLACE_OF.findall(profile.text))
    own |= {"一"} if not own and FIRST_PLACE.search(profile.text) else set()
    if places and own:
        return "met" if places & own else "not_met"
    words = core(body)
    if len(parts := [part for part in LIST.split(words) if len(part) >= 3]) > 1:
        verdicts = [_said(profile, part) for part in parts]
        if "met" in verdicts:
            return "met"
    return _said(profile, words)


def _open(profile: Profile, body: str) -> Verdict | None:
    """That the thing told of is of another size than words name, or of none, or that it is not told to be so again; None elsewhere."""
    if AGAIN.search(body) and not HAD_AGAIN.search(profile.text):
        return "unknown"
    verdict = sized(profile, body)
    return None if verdict == "met" else verdict


def _document(profile: Profile, body: str) -> Verdict | None:
    """What is told of a certificate or an approved body by the last words of its name; None where they are not told.

    Of what must be approved, 经…批准的培训机构, the clause must say that too.
    """
    match = HOLDS.fullmatch(body) or APPROVED.fullmatch(body)
    if not match:
        return None
    name = match["name"]
    if HOLDS.fullmatch(body) and COMPLETE.search(profile.text):
        return "met"
    tail = next((name[at:] for at in range(len(name) - SHORTEST + 1) if name[at:] in profile.text), "")
    if not tail:
        return None
    found = set()
    for one in re.finditer(re.escape(tail), profile.text):
        low, high = clause_of(profile.text, *one.span())
        clause = profile.text[low:high]
        if OTHERS.search(clause) or ("by" in match.groupdict() and match["by"] not in clause):
            continue
        found.add(state(profile.text, *one.span()))
    return next(iter(found)) if len(found) == 1 else None


def _graded(profile: Profile, body: str) -> Verdict | None:
    """What is told of a grade by letter that words ask for: B类以上; None where they ask for none that is told."""
    if (level := level_told(profile, body)) is not None:
        return level
    asked, held = LETTER.search(body), LETTER.search(profile.text)
    if asked and held and overlap(LETTER.sub("", body), profile.text) >= ENOUGH:
        return "met" if held[1] == asked[1] or ("以上" in body and held[1] < asked[1]) else "not_met"
    return None


def _latin(profile: Profile, body: str) -> Verdict | None:
    """What is told of a name in Latin letters that words ask for: CE, UL等国际认证; None where they name none that is told."""
    for latin in LATIN.findall(body):
        if match := re.search(rf"(?<![a-z]){re.escape(latin)}(?![a-z])", profile.text):
            return state(profile.text, *match.span())
    return None


def _tells_apart(words: str, clause: str) -> bool:
    """Tell whether a clause holds what some words begin with, by which a thing differs from others of its kind: 绿色食品认证."""
    return len(words) <= SHORTEST or any(mark in written_out(clause) for mark in VERBS.sub("", words)[:2])


def _said(profile: Profile, words: str) -> Verdict:
    """What the clause most like some words tells: that it is so, is not, or is not known; of one less like them only that it is not."""
    best, found = max(
        ((likeness(words, match.group()), match) for match in CLAUSE.finditer(profile.text)), default=(0.0, None), key=lambda pair: pair[0]
    )
    if found is None or best < FAINT or UNSURE.search(found.group()):
        return "unknown"
    places = [at for pair in pairs(words) if (at := found.group().find(pair)) >= 0]
    start, end = found.start() + min(places, default=0), found.start() + max(places, default=len(found.group()) - 2) + 2
    so = state(profile.text, start, end)
    if so == "unknown" or (so == "met" and best < (ENOUGH if not words.endswith("项目") else NAMES)):
        return "unknown"
    wanted = bool(NEGATIVE.search(words))
    if wanted and NONE.search(found.group()):
        return "met"
    if not wanted and so == "met" and overlap(words, found.group()) < ENOUGH and not _tells_apart(words, found.group()):
        return "unknown"
    return "met" if (so == "not_met") == wanted else "not_met"
