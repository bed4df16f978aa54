"""How sentences begin, and how they tell several things."""

from mockbooks.texts import Text


def opened(text: str) -> str:
    """Begin a sentence; "btw-tarieven" and "VAT rates" alike."""
    return text[:1].upper() + text[1:]


def listed(names: list[str], most: int = 3) -> Text:
    """Tell several things in a row, and how many more there are."""
    shown, more = ", ".join(names[:most]), len(names) - most
    return Text(f"{shown} and {more} more", f"{shown} en nog {more}") if more > 0 else Text(shown, shown)
