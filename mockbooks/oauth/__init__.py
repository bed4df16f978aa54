"""OAuth 2: clients, grants, codes and tokens, the authorization server, and the step that asks for a token."""
