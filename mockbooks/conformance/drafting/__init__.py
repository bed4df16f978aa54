"""Makes of what was guessed in a document the parts of a vendor file, for a person to correct."""
