"""The languages that platforms told of people: for what reaches them while they don't speak."""

from core.people import PersonId


class Languages:
    """Languages by person, in memory alone."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._tags: dict[PersonId, str] = {}

    def note(self, person: PersonId, tag: str) -> None:
        """Note the language of somebody who speaks (BCP 47)."""
        self._tags[person] = tag

    def of(self, person: PersonId) -> str:
        """Give somebody's language; English for one who didn't speak since the start."""
        return self._tags.get(person, "en")
