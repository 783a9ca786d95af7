"""What is derived for lookup."""
