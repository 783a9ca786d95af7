"""What there is to decide (待办), what matters most first, each with answers ready."""

from generator.desk.tasks.in_order import all_tasks

__all__ = ["all_tasks"]
