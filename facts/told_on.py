"""A recognition that a profile names -> the same with what the next clauses of its sentence tell of it."""

import re
from dataclasses import replace
from datetime import date

from facts.clause_traits import Said
from facts.days import moment_in
from facts.states import doubtful
from facts.trait_grades import GRADES
from facts.trait_lexicon import load_traits

GAINED = re.compile(r"认定|评[为上]|获评|获得|拿[了到下]|入[选驻库]|纳入|列入|搬|进驻|通过")
RECOGNISED = re.compile(r"认定|评(?!审|估|价)|入选|列入|纳入|入库")
SENTENCE_END = re.compile(r"[。;；！!?？\n]")
ANY_DAY = date(2020, 1, 1)


def told_on(said: Said, body: str) -> Said:
    """Return a trait with its grade and the day of its recognition, where its own clause tells neither.

    我家民宿在山上,今年头一回评,评上了乙级.

    Args:
        said: a trait that a profile tells.
        body: the text of the profile.
    """
    lexicon = load_traits()
    if not said.holds or moment_in(said.clause, ANY_DAY) or GAINED.search(said.clause):
        return said
    after = ""
    for clause in re.split("[,，]", SENTENCE_END.split(body[said.start :])[0])[1:]:
        if any(trait.words.search(clause) for trait in lexicon.traits.values()):
            break
        after += f",{clause}" if RECOGNISED.search(clause) else ""
    if not after or doubtful(after):
        return said
    grades = tuple(GRADES.get(word, word.upper()) for word in lexicon.grade.findall(after))
    modifier = said.modifier or ("first" if lexicon.modifiers["first"].search(after) else "")
    return replace(said, grades=said.grades or grades, modifier=modifier, clause=said.clause + after)
