"""A finding that is in order -> an entry below `accepted` in library.yml."""

from __future__ import annotations

from generator.content.yaml_files import Plain
from generator.desk.actions import FindingAction
from generator.desk.finding_ids import findings_by_id
from generator.desk.planning.plan import Plan, shown
from generator.desk.steps import FileStep
from generator.desk.yaml_changes import Add
from generator.errors import ContentError
from generator.model import Library


def plan_acceptance(action: FindingAction, library: Library) -> Plan:
    """Return the entry that silences a finding as long as its words stay as they are."""
    finding = findings_by_id(library).get(action.finding)
    if finding is None:
        raise ContentError(action.finding, "这条疑点已经没有了；请刷新后再做")
    if not action.reason:
        raise ContentError("reason", "写一句理由")
    entry: dict[str, Plain] = {"code": finding.code, "place": finding.piece or finding.file}
    if words := "".join(finding.text.split()):
        entry["words"] = words
    entry["reason"] = action.reason
    step = FileStep("library.yml", Add(("accepted",), entry))
    return Plan((step,), f"疑点无误：{finding.code}{shown(words) if words else ''}")
