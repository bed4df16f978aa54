"""The contents page: builds the parts of a server from its settings, and lists the steps of a request in order."""

from dataclasses import dataclass
from datetime import timedelta

from mockbooks import seed
from mockbooks.administration import Administrations, Beginning
from mockbooks.control import Control
from mockbooks.oauth import operations as oauth
from mockbooks.oauth.authority import Authority, Policy
from mockbooks.oauth.bearer import BearerStep
from mockbooks.oauth.clients import ClientStore
from mockbooks.oauth.demo import DEMO_ADMINISTRATION, DEMO_NAME, DEMO_TOKEN, admit_demo
from mockbooks.oauth.minting import Mint
from mockbooks.oauth.tokens import TokenStore
from mockbooks.resources import SPECS, operations
from mockbooks.service.context import Context
from mockbooks.settings import Settings
from mockbooks.store import Books
from mockbooks.traffic.admission import Admission
from mockbooks.traffic.clock import Clock, clock_at, moment_text, today
from mockbooks.traffic.idempotency import IdempotencyStep
from mockbooks.traffic.rate_limit import RateLimitStep
from mockbooks.traffic.request_ids import RequestIds
from mockbooks.traffic.routing import Router
from mockbooks.web.control import ControlEndpoint
from mockbooks.web.cors import Cors
from mockbooks.web.errors import render_problem
from mockbooks.web.guard import Guard
from mockbooks.web.oauth.endpoint import OAuthEndpoint
from mockbooks.web.parser import CONTROL_KEY, MAXIMUM_DEPTH_KEY
from mockbooks.web.pipeline import Pipeline
from mockbooks.web.rest import FlaskEndpoint, create_operations_app, create_pages_app


@dataclass(frozen=True, slots=True, kw_only=True)
class App:
    """A server without a socket: the pipeline that answers, and what it answers about."""

    settings: Settings
    pipeline: Pipeline
    administrations: Administrations
    authority: Authority


def create_app(settings: Settings, clock: Clock | None = None) -> App:
    """Build everything; `clock` takes the place of the one that the settings name."""
    clock = clock or clock_at(settings.clock)
    beginning = _beginning(settings, clock)
    administrations = Administrations(beginning, maximum=settings.max_administrations)
    authority = _authority(settings, administrations)
    idempotency = IdempotencyStep()
    administrations.on_removal(authority.forget)
    administrations.on_removal(idempotency.store.forget)
    if settings.demo:
        administrations.create(DEMO_NAME, DEMO_ADMINISTRATION)
        admit_demo(authority, clock.now())
    views = FlaskEndpoint(
        create_operations_app(),
        {MAXIMUM_DEPTH_KEY: settings.max_json_depth, CONTROL_KEY: Control(administrations, authority)},
    )
    control = ControlEndpoint(views, Guard(settings.control_hosts, settings.public_url))
    bearer = BearerStep(authority.tokens, administrations.find, authority.clients.find)
    pipeline = Pipeline(
        steps=(Admission(Router((*operations(), *oauth.OPERATIONS))), bearer, RateLimitStep(), idempotency),
        endpoints={"api": views, "oauth": OAuthEndpoint(authority), "control": control},
        pages=FlaskEndpoint(create_pages_app(demo_token=DEMO_TOKEN if settings.demo else None)),
        recognise=bearer.recognise,
        render_error=render_problem,
        request_ids=RequestIds(settings.random_seed),
        cors=Cors(settings.cors_origins),
        limiter_of_nobody=beginning.limiter(),
        public_url=settings.public_url,
    )
    return App(settings=settings, pipeline=pipeline, administrations=administrations, authority=authority)


def _beginning(settings: Settings, clock: Clock) -> Beginning:
    """Plant the seed once; every administration begins with a copy of these books."""
    books = Books(SPECS)
    seed.plant(
        Context(books=books, now=moment_text(clock.now()), today=today(clock)),
        seed.Seed(
            random_seed=settings.random_seed,
            debtors=settings.debtors,
            products=settings.products,
            transactions=settings.transactions,
            lock_date=settings.lock_date,
            filed_quarters=settings.filed_quarters,
        ),
    )
    return Beginning(books=books.snapshot(), clock=clock, limits=settings.limits, concurrent=settings.concurrent)


def _authority(settings: Settings, administrations: Administrations) -> Authority:
    policy = Policy(
        access_token_life=timedelta(seconds=settings.access_token_seconds),
        refresh_token_life=timedelta(seconds=settings.refresh_token_seconds),
        refresh_grace=timedelta(seconds=settings.refresh_grace_seconds),
        code_life=timedelta(seconds=settings.code_seconds),
        auto_approve=settings.auto_approve,
    )
    return Authority(
        clients=ClientStore(),
        tokens=TokenStore(),
        mint=Mint(settings.random_seed),
        policy=policy,
        administrations=administrations,
    )
