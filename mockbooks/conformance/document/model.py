"""What an OpenAPI document says, the same for every version of it."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Literal

from mockbooks.conformance.document.notes import Notes
from mockbooks.conformance.document.schemas import Schema
from mockbooks.frozen import dataclass
from mockbooks.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A parameter of an operation, or a header of a response; `place` is query, path, header or cookie."""

    name: str
    place: str
    description: str = ""
    is_required: bool = False
    has_example: bool = False
    schema: Schema | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What is sent in one media type."""

    media_type: str
    schema: Schema | None
    examples: Sequence[object] = ()

    @property
    def has_example(self) -> bool:
        """Tell whether an example stands with it."""
        return bool(self.examples)


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The body of a request."""

    contents: Sequence[Content]
    description: str = ""

    @property
    def schema(self) -> Schema | None:
        """The schema of its JSON, or of what there is instead."""
        return best(self.contents)


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """One declared answer; `status` is as it is written: `200`, `4XX`, `default`."""

    status: str
    description: str = ""
    contents: Sequence[Content] = ()
    headers: Mapping[str, Parameter] = field(default_factory=dict)

    @property
    def schema(self) -> Schema | None:
        """The schema of its JSON, or of what there is instead."""
        return best(self.contents)

    @property
    def is_success(self) -> bool:
        """Tell whether this is the answer to what succeeded."""
        return self.status.startswith("2")

    @property
    def is_failure(self) -> bool:
        """Tell whether this is the answer to what the caller did wrong."""
        return self.status.startswith("4")


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """What can be done at one path with one verb; parameters of the path are among its own."""

    method: str
    path: str
    name: str = ""
    summary: str = ""
    description: str = ""
    tags: Sequence[str] = ()
    parameters: Sequence[Parameter] = ()
    body: Body | None = None
    responses: Sequence[Response] = ()
    is_deprecated: bool = False

    @property
    def label(self) -> str:
        """Name it as its vendor does."""
        return f"{self.method} {self.path}"

    @property
    def successes(self) -> Sequence[Response]:
        """The declared answers to what succeeded."""
        return [response for response in self.responses if response.is_success]

    @property
    def answer(self) -> Schema | None:
        """What a success holds."""
        return next((response.schema for response in self.successes if response.schema), None)

    def in_place(self, place: str) -> Sequence[Parameter]:
        """Give the parameters of one place."""
        return [parameter for parameter in self.parameters if parameter.place == place]


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """One way in of OAuth."""

    name: str
    authorization_url: str = ""
    token_url: str = ""
    scopes: Sequence[str] = ()


SecurityKind = Literal["oauth2", "openIdConnect", "apiKey", "basic", "bearer", "http", "mutualTLS", ""]


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityScheme:
    """How callers show who they are; `header` is the name of the header, query or cookie of an API key."""

    name: str
    kind: SecurityKind
    description: str = ""
    header: str = ""
    flows: Sequence[Flow] = ()
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Whom `info` names."""

    name: str = ""
    email: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A longer text of the document, with the place where it stands."""

    where: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Document:
    """A whole document.

    `form` is what it is ("OpenAPI 3.0.3"). `passages` are the texts that speak of the API as a whole: of `info`, tags,
    security and linked documentation.
    """

    source: str
    form: str
    title: str = ""
    passages: Sequence[Passage] = ()
    contact: Contact = field(default_factory=Contact)
    servers: Sequence[str] = ()
    operations: Sequence[Operation] = ()
    security_schemes: Sequence[SecurityScheme] = ()
    notes: Notes = field(default_factory=Notes, repr=False)

    @property
    def unread(self) -> Sequence[Text]:
        """What was skipped so far: schemas are looked into late, so this is asked last."""
        return self.notes.told()


def best(contents: Sequence[Content]) -> Schema | None:
    """Give the schema of the JSON among contents, else that of the first that has one."""
    with_schema = [content for content in contents if content.schema]
    as_json = [content for content in with_schema if "json" in content.media_type.lower()]
    return next((content.schema for content in (*as_json, *with_schema)), None)
