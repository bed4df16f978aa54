"""The contents page: builds the parts of a server from its settings, and lists the steps of a request in order."""

from dataclasses import dataclass

from mockbooks import seed
from mockbooks.administration import Administration
from mockbooks.oauth.bearer import BearerStep
from mockbooks.oauth.tokens import DEMO_ADMINISTRATION, DEMO_TOKEN, TokenStore, demo_tokens
from mockbooks.resources import SPECS, operations
from mockbooks.settings import Settings
from mockbooks.store import Books
from mockbooks.traffic.admission import Admission
from mockbooks.traffic.clock import Clock, clock_at
from mockbooks.traffic.idempotency import IdempotencyStep
from mockbooks.traffic.request_ids import RequestIds
from mockbooks.traffic.routing import Router
from mockbooks.web.cors import Cors
from mockbooks.web.errors import render_problem
from mockbooks.web.pipeline import Pipeline
from mockbooks.web.rest import FlaskEndpoint, create_flask_app


@dataclass(frozen=True, slots=True, kw_only=True)
class App:
    """A server without a socket: the pipeline that answers, and the administrations that it answers about."""

    settings: Settings
    pipeline: Pipeline
    administrations: dict[str, Administration]


def create_app(settings: Settings, clock: Clock | None = None) -> App:
    """Build everything; `clock` takes the place of the one that the settings name."""
    clock = clock or clock_at(settings.clock)
    administrations = {DEMO_ADMINISTRATION: create_administration(settings, clock)}
    endpoint = FlaskEndpoint(
        create_flask_app(demo_token=DEMO_TOKEN if settings.demo else None), max_json_depth=settings.max_json_depth
    )
    steps = (
        Admission(Router(operations())),
        BearerStep(demo_tokens() if settings.demo else TokenStore(), administrations.get, clock),
        IdempotencyStep(clock),
    )
    pipeline = Pipeline(
        steps=steps,
        endpoint=endpoint,
        pages=endpoint,
        render_error=render_problem,
        request_ids=RequestIds(settings.random_seed),
        cors=Cors(settings.cors_origins),
    )
    return App(settings=settings, pipeline=pipeline, administrations=administrations)


def create_administration(settings: Settings, clock: Clock) -> Administration:
    """Make the books of one administration and plant the seed in them."""
    administration = Administration(id=DEMO_ADMINISTRATION, books=Books(SPECS), clock=clock)
    seed.plant(
        administration.context(),
        seed.Seed(
            random_seed=settings.random_seed,
            debtors=settings.debtors,
            products=settings.products,
            transactions=settings.transactions,
            lock_date=settings.lock_date,
            filed_quarters=settings.filed_quarters,
        ),
    )
    return administration
