"""The editors' desk: what is decided on a page -> small reversible changes in their files."""

from generator.desk.actions import Action, read_action
from generator.desk.changes import Answer, Change, Task, as_json
from generator.desk.desk import Desk

__all__ = ["Action", "Answer", "Change", "Desk", "Task", "as_json", "read_action"]
