"""Papers to be handed in, which are no conditions: how a duty, a part of a condition, or a list of them is worded."""

import re
from collections.abc import Sequence

from facts.reaches import BULLET
from facts.sentences import Sentence

DUTY = re.compile(
    r"(?:应当?|须|需|必须|还应)(?:[^，。；]{0,6})(?:提供|提交|填报|报送|递交)[^。；]{0,60}(?:材料|凭证|合同|说明|报告|文件|申请表|承诺书|照片|执照|证明|票据|清单)[^，。；]{0,4}[。；]?$"
)  # a duty of whoever applies
OFFERED = re.compile(
    r"(?:能够?|可以?)(?:按[^，。；]{0,4}要求)?(?:提供|出具|提交)[^，。；]*(?:报告|材料|凭证|证明|文件|资料|票据)"
)  # handed in when applying
ANNOUNCED = re.compile(r"(?:材料|资料|附件|证件)(?:清单|如下|包括|有)?[：:]$")


def handed_in(sentences: Sequence[Sentence]) -> set[int]:
    """Return where the sentences start that say that papers are to be handed in and, a bullet each, which.

    Args:
        sentences: those of a document, in order.
    """
    found: set[int] = set()
    listing = False
    for sentence in sentences:
        announced = ANNOUNCED.search(re.sub(r"\s+", "", sentence.text)) is not None
        listing = announced or (listing and BULLET.match(sentence.text) is not None)
        if listing:
            found.add(sentence.start)
    return found
