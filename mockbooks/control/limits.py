"""The limits on the traffic of an administration: other ones come into force with their full room."""

from mockbooks.administration import Administration
from mockbooks.errors import Complaint, RefusedError
from mockbooks.traffic.rate_limiter import LimitSetting


def change_limits(administration: Administration, setting: LimitSetting) -> None:
    """Put other limits in force until the next reset; two windows of one length would contradict each other."""
    lengths = [per for _, per in setting.windows]
    twice = [place for place, per in enumerate(lengths) if per in lengths[:place]]
    if twice:
        complaints = (
            Complaint("stands_twice", f"/windows/{place}/per", values={"came": lengths[place]}) for place in twice
        )
        raise RefusedError(*complaints)
    administration.limit(setting)
