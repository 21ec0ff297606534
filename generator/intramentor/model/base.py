"""Text that knows where it stands, and the decorator that every record carries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, dataclass, field, fields
from functools import cache
from typing import Annotated, Any, Literal, Self, TypeVar, cast, dataclass_transform, get_args

from pydantic import ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, Strict
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"

Role = Literal["mentor", "mentee", "organiser", "facilitator", "sponsor"]
ROLES: tuple[Role, ...] = get_args(Role)
Leader = Literal["mentor", "mentee", "together"]
Picture = Literal["two-directions", "habit-loop", "contract-cycle", "programme"]

T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., Any])


def remember(function: F) -> F:
    """Keep a function's results by its arguments, which are record types.

    `functools.cache` keeps the signature from type checkers, and mypy takes no type for hashable.
    """
    return cast("F", cache(function))


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a text stands: file, 1-based line and column, and its slice of the source."""

    file: str
    line: int
    column: int
    start: int
    end: int


class Text(str):
    """Restricted Markdown, with its language and the place where it was written."""

    __slots__ = ("lang", "origin")
    lang: str
    origin: Origin | None

    def __new__(cls, value: str, lang: str = "", origin: Origin | None = None) -> Self:
        """Make a text; `lang` is a language code such as `pl`."""
        text = super().__new__(cls, value)
        text.lang, text.origin = lang, origin
        return text

    def __getnewargs__(self) -> tuple[str, str, Origin | None]:  # type: ignore[override]
        """Keep language and origin when a build is handed to another process."""
        return str(self), self.lang, self.origin

    def like(self, value: str) -> Text:
        """Return `value` as a text of the same language and origin."""
        return Text(value, self.lang, self.origin)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Accept what the loader made of a YAML text, and nothing that YAML typed."""
        return core_schema.is_instance_schema(cls)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Show editors a plain string."""
        return {"type": "string", "minLength": 1}


class OneLine:
    """Marks a text that must stand on one line: titles, questions, labels."""

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Refuse a line break inside the text."""
        return core_schema.no_info_after_validator_function(_one_line, handler(source))

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Show editors a plain string."""
        return dict(handler(schema))


def _one_line(text: Text) -> Text:
    if "\n" in text:
        raise PydanticCustomError("one_line", "one line only")
    return text


Line = Annotated[Text, OneLine]
Id = Annotated[str, Field(pattern=ID_PATTERN)]
Ref = Annotated[str, Field(pattern=ID_PATTERN)]
AnswerRef = Annotated[str, Field(pattern=ID_PATTERN[:-1] + r"\." + ID_PATTERN[1:])]
Minutes = Annotated[int, Strict(), Field(ge=1, le=1440)]
Flag = Annotated[bool, Strict()]
CLOCK_PATTERN = r"^([01]?[0-9]|2[0-3]):[0-5][0-9]$"
Clock = Annotated[str, Field(pattern=CLOCK_PATTERN)]
Count = Annotated[int, Strict(), Field(ge=0, le=1000)]


def about(description: str, example: Any, **options: Any) -> Any:
    """Declare a field: what a trainer should write there, and an example of it.

    `of` names what a reference points to (`unit`, `worksheet`, `answer`, `source`, `objective`);
    `view="facilitator"` keeps the field out of every participant's build.
    """
    metadata = {"description": description, "examples": [example]}
    for key in ("of", "view"):
        if key in options:
            metadata[key] = options.pop(key)
    return field(metadata=metadata, **options)


def sample(cls: type[Any], **more: Any) -> dict[str, Any]:
    """Return an example of a whole record: what it must have, from the fields' own, and `more`."""
    return {
        f.name: more.get(f.name, f.metadata["examples"][0])
        for f in fields(cls)
        if f.name in more or f.default is MISSING
    }


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(about,))
def record(cls: type[T]) -> type[T]:
    """Make a class a frozen record that refuses unknown keys wherever it is nested."""
    cls.__pydantic_config__ = ConfigDict(extra="forbid")  # type: ignore[attr-defined]
    return dataclass(frozen=True, kw_only=True)(cls)
