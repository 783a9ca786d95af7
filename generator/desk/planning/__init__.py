"""From an action to the steps on the editors' files, checked against the library."""

from __future__ import annotations

from generator.desk.actions import Action, ErratumAction, LinkAction
from generator.desk.planning.errata import plan_erratum
from generator.desk.planning.links import plan_link
from generator.desk.planning.plan import Plan, Written
from generator.errors import ContentError
from generator.model import Library

__all__ = ["Plan", "Written", "plan_of"]


def plan_of(action: Action, library: Library, written: Written) -> Plan:
    """Return what an action comes to; ContentError where the library has not what it speaks of."""
    if isinstance(action, LinkAction):
        return plan_link(action, library, written)
    if isinstance(action, ErratumAction):
        return plan_erratum(action, library, written)
    raise ContentError(action.do, "这种操作还不能做")
