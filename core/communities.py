"""Communities: Discord servers and Telegram groups, and from where somebody speaks."""

from dataclasses import dataclass

from core.people import Platform


@dataclass(frozen=True)
class Place:
    """Where somebody speaks, as the platform tells it with each event: never kept, never taken from their words.

    `external_id` is the platform's id of the server or group; `is_admin` says that the platform lets them configure
    it; `roles` are the platform's ids of the roles that they have there.
    """

    platform: Platform
    external_id: str
    is_admin: bool = False
    roles: frozenset[str] = frozenset()
