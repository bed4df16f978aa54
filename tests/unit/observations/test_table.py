"""The table of observations is its folder."""

from pathlib import Path

from mockbooks import observations
from mockbooks.observations import OBSERVATIONS
from mockbooks.service.schema import camel


def test_the_table_lists_the_files_of_the_folder_each_under_its_own_name() -> None:
    files = {path.stem for path in Path(str(observations.__file__)).parent.glob("*.py")} - {"__init__"}

    assert {observation.name for observation in OBSERVATIONS} == {camel(name) for name in files}


def test_what_the_server_notices_is_told_in_this_order() -> None:
    assert [observation.summary for observation in OBSERVATIONS] == [
        "came back before Retry-After had passed",
        "sent a POST again without the same Idempotency-Key",
        "booked one reference twice",
        "used an access token again after a 401 for it",
        "used a refresh token twice",
        "created a debtor without searching for its e-mail address",
        "walked the pages of a list in parallel",
        "sent a field again after being told that it does not exist",
    ]
