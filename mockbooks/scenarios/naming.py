"""What a scenario may be called: small letters, digits and dashes, so that its name can be that of a file anywhere."""

import re
from typing import Final

LONGEST_NAME: Final = 60
NAME_PATTERN: Final = "[a-z0-9]+(-[a-z0-9]+)*"
_NAME: Final = re.compile(NAME_PATTERN, re.ASCII)


def is_scenario_name(text: str) -> bool:
    """Tell whether a scenario may have this name."""
    return len(text) <= LONGEST_NAME and _NAME.fullmatch(text) is not None
