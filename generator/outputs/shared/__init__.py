"""What several outputs make use of, none of them an output itself."""
