"""How several audits come to a verdict: whether a resource is there, found or named, and what an answer holds."""
