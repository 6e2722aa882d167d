"""A case that is refused -> the evidence that comes nearest: of the place asked about, and of the same matter."""

from answer.case import Case
from answer.evidence import Evidence
from answer.missing_number import least_telling, matter_of
from answer.readable import readable
from answer.stated import above

READ = 15  # pieces of evidence that are looked at
ABOVE = 0.5  # what a word counts that only stands above a piece: in its heading, its row's label
MATTER = 0.8  # what a piece gains that holds all that is asked about


def nearest(case: Case) -> Evidence:
    """Return the piece of evidence that is best by its score and by how much it holds of what is asked about.

    The score that evidence is ranked by looks for an answer, and so for figures and rows; where there is no answer,
    what is told instead has to speak of the matter first of all.

    Args:
        case: a question with some evidence.
    """
    matter = matter_of(case)
    total = max(sum(weight for _, weight in matter), least_telling(case))

    def fit(item: Evidence) -> float:
        own, around = readable(item.text), readable(f"{item.text}\n{above(item)}")
        shares = (concept.found_in(*own) * (1 - ABOVE) + concept.found_in(*around) * ABOVE for concept, _ in matter)
        return item.score + MATTER * sum(share * weight for share, (_, weight) in zip(shares, matter, strict=True)) / total

    own = [item for item in case.evidence[:READ] if case.index.infos[item.doc].region in case.regions]
    return max(own or case.evidence[:READ], key=fit)
