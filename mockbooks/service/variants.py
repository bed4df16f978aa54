"""A JSON object of which one field says what kind it is; each kind has a schema of its own (oneOf)."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, ClassVar, cast

from marshmallow import ValidationError

from mockbooks.errors import Complaint
from mockbooks.service.fields import shown
from mockbooks.service.schema import StrictSchema
from mockbooks.texts import cut


class VariantSchema(StrictSchema):
    """One of several schemas, chosen by the field `discriminator`."""

    discriminator: ClassVar[str] = "type"
    variants: ClassVar[Mapping[str, StrictSchema]] = {}

    def load(self, data: Any, **options: Any) -> Any:  # noqa: ANN401
        """Load with the schema of the kind that the data names."""
        if not isinstance(data, Mapping):
            raise ValidationError(cast("list[str]", [Complaint("not_object", values={"came": shown(data)})]))
        kind = data.get(self.discriminator)
        variant = self.variants.get(kind) if isinstance(kind, str) else None
        if variant is None:
            raise ValidationError(cast("dict[str, Any]", {self.discriminator: [self._unknown_kind(data)]}))
        return variant.load(data, **options)

    def takes_nothing(self) -> bool:
        """Tell whether an empty body says enough: never, since it must name its kind."""
        return False

    def _unknown_kind(self, data: Mapping[str, Any]) -> Complaint:
        if self.discriminator not in data:
            return Complaint("required")
        kind = data[self.discriminator]
        near = get_close_matches(cut(kind), self.variants, n=1) if isinstance(kind, str) else []
        values = {"came": shown(kind), "allowed": tuple(self.variants), "suggestion": near[0] if near else None}
        return Complaint("not_one_of", values=values)
