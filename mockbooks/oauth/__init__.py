"""OAuth 2 as plain values: tokens, and the step that asks for one."""
