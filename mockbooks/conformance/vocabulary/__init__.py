"""The words by which vendors call what the conditions speak of, in English, Dutch and the habits of known systems."""
