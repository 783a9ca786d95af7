"""What scripts/bench_scale.py is made of."""
