"""Roles: what each sentence of a report does (practice, problem, measure, understanding)."""

from generator.linking.roles.judging import roles

__all__ = ["roles"]
