"""A condition's words -> whether they ask for registration or good conduct alone, of which nothing is told."""

import re

from facts.acts import acts
from facts.lengths import lengths
from facts.profile import Profile
from facts.thresholds import amounts
from facts.trait_lexicon import load_traits
from facts.traits import plain, said_in

REGISTERED = re.compile(
    r"^[^,;\d]{0,14}(?:登记注册|注册登记|行政区域内注册|境内注册|依法注册)(?!满)[^,;\d]{0,6}$|"
    r"^(?:注册|登记|工商|税务|统计|征管|纳税|隶属|关系|地|及其?|和|与|、)+(?:均|都)?在[^,;\d]{1,12}$"
)
OF_A_THING = re.compile(
    r"(?:取得|获得|通过)[^,;]{0,14}(?:商标|专利|药品|器械|证书|作品|著作|品种|产品注册|注册证)"
)  # what is registered is no firm


def is_conduct(body: str) -> bool:
    """Tell whether all that words speak of is good standing: since when it must have been good is not asked."""
    said = said_in(body)
    return bool(said) and all(item.id in load_traits().standing for item in said) and not OF_A_THING.search(body)


def is_standing(profile: Profile, body: str, about: str) -> bool:
    """Tell whether words speak of good standing alone, which is not known where nothing is told; a length of time is more."""
    if any(True for _ in lengths(profile, body)) or any(True for _ in amounts(profile, body)):
        return False
    return is_conduct(body) and "unknown" not in acts(profile, body, plain(about))
