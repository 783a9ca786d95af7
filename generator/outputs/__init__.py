"""The outputs: each reads the Library, writes one folder, and knows nothing of the others."""
