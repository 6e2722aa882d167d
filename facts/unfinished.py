"""What a rule asks to have been completed, and a profile -> whether all that it says of it is that it is still to come."""

import re

from facts.likeness import overlap
from facts.profile import Profile
from facts.states import state

COMPLETED = re.compile(r"(?:完成|通过|取得|获得|办理|办结)(?P<what>[\u4e00-\u9fff]{4,12})")
LIST = re.compile(r"、|或者?|[,;]")
SHORTEST = 4
ELSE = 0.6  # share of another thing asked for from which a profile tells of that one


def unfinished(profile: Profile, body: str) -> bool:
    """Tell whether every mention of what must be completed is of something planned, pending or not done.

    Of several things asked for none may be told otherwise.
    """
    parts = LIST.split(body)
    found = []
    for part in parts:
        match = COMPLETED.search(part)
        name = match["what"] if match else part
        noun = next((name[at:] for at in range(len(name) - SHORTEST + 1) if name[at:] in profile.text), "") if match else ""
        if noun:
            found += [state(profile.text, one.start(), one.end()) for one in re.finditer(re.escape(noun), profile.text)]
        elif overlap(name, profile.text) >= ELSE:
            return False
    return bool(found) and set(found) == {"not_met"}
