"""Tests of what reports share."""
