"""The contents page: builds the parts of a server from its settings, and lists the steps of a request in order."""

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from mockbooks import seed
from mockbooks.administration import Administrations, Beginning
from mockbooks.administration.beginning import planted, started
from mockbooks.control import Control
from mockbooks.errors import RequestError
from mockbooks.frozen import dataclass
from mockbooks.oauth import operations as oauth
from mockbooks.oauth.attribution import Attribution
from mockbooks.oauth.authority import Authority, Policy
from mockbooks.oauth.bearer import BearerStep
from mockbooks.oauth.clients import ClientStore
from mockbooks.oauth.demo import DEMO_ADMINISTRATION, DEMO_NAME, DEMO_TOKEN, admit_demo
from mockbooks.oauth.minting import Mint
from mockbooks.oauth.tokens import TokenStore
from mockbooks.resources import operations
from mockbooks.settings import Settings
from mockbooks.traffic.admission import Admission, Reception
from mockbooks.traffic.clock import Clock, RealClock, beginning_at
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.traffic.idempotency import IdempotencyStep
from mockbooks.traffic.injection import InjectionIn, InjectionOut
from mockbooks.traffic.rate_limit import RateLimitStep
from mockbooks.traffic.rate_limiter import LimitSetting
from mockbooks.traffic.recording import record
from mockbooks.traffic.request_ids import RequestIds
from mockbooks.traffic.routing import Router
from mockbooks.web.api_calls import api_calls
from mockbooks.web.calls import CallEndpoint
from mockbooks.web.cors import Cors
from mockbooks.web.door import Door
from mockbooks.web.given import CONTROL_KEY, MAXIMUM_DEPTH_KEY
from mockbooks.web.guard import Guard
from mockbooks.web.oauth.endpoint import OAuthEndpoint
from mockbooks.web.pipeline import Pipeline

if TYPE_CHECKING:
    from mockbooks.scenarios.model import Scenario
    from mockbooks.web.control.endpoint import ControlEndpoint
    from mockbooks.web.dashboard.endpoint import DashboardEndpoint
    from mockbooks.web.rest import PagesEndpoint


@dataclass(frozen=True, slots=True, kw_only=True)
class App:
    """A server without a socket: the pipeline that answers, and what it answers about."""

    settings: Settings
    pipeline: Pipeline
    administrations: Administrations
    authority: Authority


def create_app(settings: Settings, clock: Clock | None = None, scenario: "Scenario | None" = None) -> App:
    """Build everything; `clock` takes the place of the machine's, every administration begins with the scenario."""
    policy = _policy(settings)
    beginning = _beginning(settings, clock or RealClock(), policy)
    tokens, idempotency = TokenStore(), IdempotencyStep()
    administrations = Administrations(
        beginning, maximum=settings.max_administrations, tokens=tokens, idempotency=idempotency.store
    )
    if scenario is not None:
        administrations.begin_with(started(beginning, scenario))
    authority = Authority(
        clients=ClientStore(),
        tokens=tokens,
        mint=Mint(settings.random_seed),
        policy=policy,
        administrations=administrations,
    )
    administrations.on_removal(authority.forget)
    administrations.on_removal(idempotency.store.forget)
    if settings.demo:
        demo = administrations.create(DEMO_NAME, DEMO_ADMINISTRATION)
        admit_demo(authority, demo.clock.now())
    bearer = BearerStep(authority.tokens, administrations.find, authority.clients.find)
    pages = Door(partial(_pages, settings))
    controlled = Control(administrations=administrations, authority=authority, scenario_folder=settings.scenario_folder)
    guard = Guard(settings.control_hosts, settings.public_url)
    router = Router((*operations(), *oauth.OPERATIONS))
    pipeline = Pipeline(
        # Where a fault may sit on this road: see traffic/injection, and the page of scenarios in the documentation.
        steps=(
            Reception(router, Attribution(authority)),
            InjectionIn("gate"),
            Admission(router),
            bearer,
            RateLimitStep(),
            InjectionOut(),
            idempotency,
            InjectionIn("before"),
        ),
        endpoints={
            "api": CallEndpoint(api_calls(), maximum_depth=settings.max_json_depth),
            "oauth": OAuthEndpoint(authority),
        },
        control=Door(partial(_control, settings, controlled, guard, bearer)),
        dashboard=Door(partial(_dashboard, settings, controlled, guard, pages)) if settings.control else None,
        pages=pages,
        recognise=bearer.recognise,
        record=record,
        render_error=_problem,
        request_ids=RequestIds(settings.random_seed),
        cors=Cors(settings.cors_origins),
        marks_injections=settings.mark_injections,
        limiter_of_nobody=beginning.limiter_of_nobody(),
        public_url=settings.public_url,
    )
    return App(settings=settings, pipeline=pipeline, administrations=administrations, authority=authority)


def _problem(error: RequestError, exchange: Exchange) -> Answer:
    """Tell what is wrong; the texts of the catalogue are read with the first problem."""
    from mockbooks.web.errors import render_problem  # noqa: PLC0415 - as above

    return render_problem(error, exchange)


def _pages(settings: Settings) -> "PagesEndpoint":
    """Build the pages; a start needs none of them, nor the framework that serves them."""
    from mockbooks.web.rest import PagesEndpoint  # noqa: PLC0415 - as above

    return PagesEndpoint(demo_token=DEMO_TOKEN if settings.demo else None, has_control=settings.control)


def _control(settings: Settings, control: Control, guard: Guard, bearer: BearerStep) -> "ControlEndpoint":
    """Build the control API; a start needs none of it either."""
    from mockbooks.web.control import control_app  # noqa: PLC0415 - as above
    from mockbooks.web.control.endpoint import ControlEndpoint  # noqa: PLC0415 - as above
    from mockbooks.web.rest import FlaskEndpoint  # noqa: PLC0415 - as above

    given = {MAXIMUM_DEPTH_KEY: settings.max_json_depth, CONTROL_KEY: control}
    return ControlEndpoint(
        FlaskEndpoint(control_app(), given),
        guard,
        recognise=bearer.owner,
        token=settings.control_token,
        is_open=settings.control,
    )


def _dashboard(settings: Settings, control: Control, guard: Guard, pages: Door) -> "DashboardEndpoint":
    """Build the dashboard; a start needs none of it either."""
    from mockbooks.web.dashboard.access import Access  # noqa: PLC0415 - as above
    from mockbooks.web.dashboard.endpoint import DashboardEndpoint  # noqa: PLC0415 - as above
    from mockbooks.web.dashboard.lobby import Lobby  # noqa: PLC0415 - as above

    lobby = Lobby(guard, Access(settings.control_token), demo_token=DEMO_TOKEN if settings.demo else None)
    return DashboardEndpoint(control, lobby, elsewhere=pages)


def _beginning(settings: Settings, source: Clock, policy: Policy) -> Beginning:
    """Plant the seed once; every administration begins with a copy of these books."""
    setting = beginning_at(settings.clock)
    start_data = seed.Seed(
        random_seed=settings.random_seed,
        debtors=settings.debtors,
        products=settings.products,
        transactions=settings.transactions,
        lock_date=settings.lock_date,
        filed_quarters=settings.filed_quarters,
    )
    return Beginning(
        books=planted(start_data, source, setting),
        source=source,
        clock=setting,
        limits=LimitSetting(windows=settings.limits, concurrent=settings.concurrent),
        policy=policy,
        seed=start_data,
    )


def _policy(settings: Settings) -> Policy:
    return Policy(
        access_token_life=timedelta(seconds=settings.access_token_seconds),
        refresh_token_life=timedelta(seconds=settings.refresh_token_seconds),
        refresh_grace=timedelta(seconds=settings.refresh_grace_seconds),
        code_life=timedelta(seconds=settings.code_seconds),
        auto_approve=settings.auto_approve,
    )
