"""What a transaction is called in messages."""

from typing import Final

from mockbooks.texts import Text

NAME: Final = Text("transaction", "boeking")
