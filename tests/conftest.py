"""What holds for all tests: how long an example of Hypothesis takes is no matter of theirs on a busy machine."""

from hypothesis import settings

settings.register_profile("untimed", settings.get_profile(settings.get_current_profile_name()), deadline=None)
settings.load_profile("untimed")
