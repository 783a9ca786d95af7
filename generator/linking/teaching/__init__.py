"""Teaching: what the editors' decisions on one library correct in the links of its reports."""
