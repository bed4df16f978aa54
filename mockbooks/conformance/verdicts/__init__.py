"""How several audits come to their verdict: whether a resource is there, is found, is named, and what an answer holds."""
