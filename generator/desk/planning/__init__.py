"""From an action to the steps on the editors' files, checked against the library."""

from __future__ import annotations

from generator.desk.actions import (
    AboutAction,
    Action,
    BaseAction,
    DescribeAction,
    ErratumAction,
    FindingAction,
    LinkAction,
    NotTextAction,
    PieceAction,
    PreferAction,
    TermAction,
    ThesaurusAction,
)
from generator.desk.planning.describing import plan_base, plan_description
from generator.desk.planning.errata import plan_cut, plan_erratum
from generator.desk.planning.findings import plan_acceptance
from generator.desk.planning.links import plan_link
from generator.desk.planning.pieces import plan_piece
from generator.desk.planning.plan import Plan, Written
from generator.desk.planning.readings import plan_preference
from generator.desk.planning.terms import plan_term, plan_thesaurus
from generator.model import Library

__all__ = ["Plan", "Written", "plan_of"]


def plan_of(action: Action, library: Library, written: Written) -> Plan:
    """Return what an action comes to; ContentError where the library has not what it speaks of."""
    match action:
        case LinkAction() | AboutAction():
            return plan_link(action, library, written)
        case ErratumAction():
            return plan_erratum(action, library, written)
        case NotTextAction():
            return plan_cut(action, library, written)
        case FindingAction():
            return plan_acceptance(action, library)
        case _:
            return _plan_of_rest(action, library, written)


def _plan_of_rest(
    action: DescribeAction | BaseAction | PreferAction | PieceAction | TermAction | ThesaurusAction,
    library: Library,
    written: Written,
) -> Plan:
    match action:
        case TermAction():
            return plan_term(action, written)
        case DescribeAction():
            return plan_description(action, library, written)
        case BaseAction():
            return plan_base(action, written)
        case PreferAction():
            return plan_preference(action, library, written)
        case PieceAction():
            return plan_piece(action, library, written)
        case _:
            return plan_thesaurus(action, written)
