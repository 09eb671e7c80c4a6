"""What people can ask, declared once for every platform: a frozen request whose typed fields are the options."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields, replace
from enum import Enum
from typing import Any, get_args, get_type_hints

from bots.chat.reply import Reply
from core.communities import Place
from core.errors import BadInput
from core.gate import Surface
from core.intake.upload import Upload
from core.people import CommunityId, Identity, PersonId, Preferences, Viewer


class Access(Enum):
    """Who may give a command. The gate is asked again behind it."""

    ANYONE = "anyone"
    MODERATOR = "moderator"
    ADMIN = "admin"


class Opens(Enum):
    """What the first response is. A form (Discord's modal) must be the very first one."""

    WORK = "work"
    FORM = "form"


@dataclass(frozen=True)
class VideoRef:
    """How a person names a video: #N, words of its title, "last", or a link."""

    text: str


@dataclass(frozen=True)
class PersonRef:
    """An account on the asker's own platform, by the platform's id, and what that is called there now."""

    external_id: str
    name: str = ""


@dataclass(frozen=True)
class Asker:
    """Who asks, from where, and how to speak to them.

    `language` is the chosen one, else their platform's (BCP 47); `place` is the server or group, None in private.
    `origin` is the person that this account was before it was connected with another one; `name` is what its platform
    calls it at this moment, "" where that isn't told.
    """

    viewer: Viewer
    person: PersonId
    identity: Identity
    surface: Surface
    preferences: Preferences
    language: str = "en"
    place: Place | None = None
    origin: PersonId | None = None
    name: str = ""

    @property
    def community(self) -> CommunityId | None:
        """The community that they speak in; they have a role in that one alone."""
        return self.viewer.community


def asked(
    *, longest: int | None = None, least: int | None = None, most: int | None = None, default: Any = MISSING
) -> Any:
    """Declare an option. Texts `option-{command}-{field}` describe it; lengths in characters, numbers inclusive."""
    return field(default=default, metadata={"asked": True, "longest": longest, "least": least, "most": most})


@dataclass(frozen=True)
class Option:
    """One option of a command as adapters see it. `choices` are the values that one of a set has here."""

    name: str
    kind: Any
    required: bool
    longest: int | None
    least: int | None
    most: int | None
    choices: tuple[Enum, ...] = ()

    @property
    def plain_kind(self) -> Any:
        """Give the kind without "or nothing": str for str | None."""
        return next((one for one in get_args(self.kind) if one is not type(None)), self.kind)

    @property
    def is_upload(self) -> bool:
        """Whether the option takes a file."""
        return self.plain_kind is Upload

    @property
    def is_person(self) -> bool:
        """Whether the option takes an account of the asker's platform."""
        return self.plain_kind is PersonRef

    @property
    def is_one_word(self) -> bool:
        """Whether it takes a number, a choice, or yes or no."""
        kind = self.plain_kind
        return kind in {int, bool} or (isinstance(kind, type) and issubclass(kind, Enum))

    def typed(self, value: object) -> object:
        """Read a value as a platform sends it. Raises BadInput("option_malformed", option)."""
        kind = self.plain_kind
        try:
            if kind is VideoRef:
                return VideoRef(str(value))
            if kind is PersonRef:
                return PersonRef(str(value))
            if isinstance(kind, type) and issubclass(kind, Enum):
                return kind(str(value))
            if kind is bool:
                return value in (True, "true", "on", "yes")
            return int(str(value)) if kind is int else str(value)
        except ValueError:
            raise BadInput("option_malformed", option=self.name) from None


@dataclass(frozen=True)
class Command:
    """One thing to ask. `whisper`: answered to the asker alone. `slow`: acknowledged before any other await.

    `for_accounts`: about accounts on several platforms; offered where there are several. `takes_in`: something new of
    theirs; where a paper promises less than they agreed to, they are asked first.
    """

    name: str
    request: type
    answer: Callable[..., Awaitable[Reply]]
    access: Access = Access.ANYONE
    whisper: bool = True
    slow: bool = False
    opens: Opens = Opens.WORK
    listed: bool = True
    for_accounts: bool = False
    takes_in: bool = False
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)

    def with_values(self, values: Mapping[str, tuple[str, ...]]) -> "Command":
        """Give the same command where some options have these values alone, by name; of one value nobody is asked."""
        return replace(self, values=values)

    def options(self) -> tuple[Option, ...]:
        """Give the request's fields in order, as options."""
        hints = get_type_hints(self.request)
        asked_for = [one for one in fields(self.request) if one.metadata.get("asked")]
        found = [self._limited(_option(one, hints[one.name])) for one in asked_for]
        return tuple(one for one in found if one.name not in self.values or len(one.choices) > 1)

    def _limited(self, option: Option) -> Option:
        values = self.values.get(option.name)
        if values is None:
            return option
        return replace(option, choices=tuple(one for one in option.choices if one.value in values))


def _option(one: Field[Any], kind: Any) -> Option:
    bounds = (one.metadata["longest"], one.metadata["least"], one.metadata["most"])
    option = Option(one.name, kind, one.default is MISSING, *bounds)
    plain = option.plain_kind
    is_set = isinstance(plain, type) and issubclass(plain, Enum)
    return replace(option, choices=tuple(plain)) if is_set else option
