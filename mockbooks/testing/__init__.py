"""mockbooks in the tests of an integration: what the pytest plugin gives, and what works without pytest."""
