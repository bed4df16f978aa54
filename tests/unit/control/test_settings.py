"""The settings that guard the control API, and take it away."""

import pytest

from mockbooks.settings import SettingsError, load_settings


def test_it_is_open_unless_told_otherwise() -> None:
    settings, _ = load_settings({}, {})
    assert (settings.control, settings.control_token) == (True, None)


def test_a_flag_beats_a_variable() -> None:
    settings, _ = load_settings(
        {"control_token": "from-flag=="}, {"MOCKBOOKS_CONTROL_TOKEN": "from-variable", "MOCKBOOKS_CONTROL": "off"}
    )
    assert (settings.control, settings.control_token) == (False, "from-flag==")


@pytest.mark.parametrize("token", ["", "two words", "café", "x" * 201])
def test_a_token_is_one_that_a_header_can_carry(token: str) -> None:
    with pytest.raises(SettingsError) as refused:
        load_settings({"control_token": token}, {})
    assert "letters, digits and the signs" in refused.value.complaints[0]
