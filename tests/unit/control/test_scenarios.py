"""Scenarios of an administration: read first, worked out aside, and begun in one go."""

from mockbooks.control.scenarios import beginning_with, leave_scenario, scenario_from
from mockbooks.resources import debtors
from mockbooks.seed import Seed
from mockbooks.service import operations
from mockbooks.traffic.rate_limiter import LimitSetting
from tests.unit.control.worlds import control_of, demo_of, refused

WITH_BOOKS = b"{name: filled, books: {debtors: 3}, limits: {windows: [{requests: 5, per: minute}]}}"
WITHOUT_BOOKS = b"{name: plain, injections: [{name: a, fault: empty}]}"


def test_a_name_alone_is_looked_up_and_anything_more_is_read_as_it_is() -> None:
    control = control_of()
    assert scenario_from(control, b'{"name": "lost-reply"}').random_seed == 7
    assert scenario_from(control, b"name: lost-reply\ndescription: mine").description == "mine"
    assert refused(lambda: scenario_from(control, b"name: nowhere")).code == "unknown_scenario"


def test_nothing_changes_before_it_begins() -> None:
    control = control_of()
    administration = demo_of(control)
    begin = beginning_with(control, administration, scenario_from(control, WITH_BOOKS))
    assert (len(administration.books.named("debtors")), administration.injector) == (0, None)
    begin()
    assert len(administration.books.named("debtors")) == 3
    assert administration.limiter.setting == LimitSetting(windows=((5, "minute"),))
    assert administration.injector is not None


def test_what_is_booked_while_one_without_books_is_worked_out_is_not_lost() -> None:
    control = control_of()
    administration = demo_of(control)
    begin = beginning_with(control, administration, scenario_from(control, WITHOUT_BOOKS))
    address = {"line1": "Dorpsstraat 1", "postalCode": "1234 AB", "city": "Utrecht", "countryCode": "NL"}
    create_body = debtors.RESOURCE.create_body
    assert create_body is not None
    operations.create(
        debtors.RESOURCE, administration.context(), create_body.load({"name": "Garage Visser", "address": address})
    )
    begin()
    assert len(administration.books.named("debtors")) == 1


def test_leaving_keeps_books_and_clock_and_gives_back_the_limits_of_the_server() -> None:
    control = control_of(Seed(debtors=1, products=0, transactions=0))
    administration = demo_of(control)
    beginning_with(control, administration, scenario_from(control, WITH_BOOKS))()
    leave_scenario(control, administration)
    assert (len(administration.books.named("debtors")), administration.injector) == (3, None)
    assert administration.limiter.setting == LimitSetting(windows=((600, "minute"),))
