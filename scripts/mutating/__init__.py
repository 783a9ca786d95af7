"""The parts of the mutation tester, scripts/mutants.py."""
