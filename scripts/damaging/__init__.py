"""What the damage bench is made of: sound documents, damages, and the score."""
