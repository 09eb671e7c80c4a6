"""Whether passages can be found by their meaning, where that is set."""

from collections.abc import Iterator

from bots.wiring.doctor.finding import Finding, fine, problem
from bots.wiring.doctor.patient import Patient


def embedding(patient: Patient) -> Iterator[Finding]:
    """The embedding model is there, and it is the file that was checked when this version was made."""
    if patient.settings.embedding == "none":
        yield fine("embedding_none")
        return
    from knowledge.embedding import MiniLM, ModelUnusable  # noqa: PLC0415 - takes half a second

    try:
        MiniLM().embed_query("Who can see my video?")
    except ModelUnusable as unusable:
        if unusable.found:
            yield problem("embedding_file_changed", name=unusable.name, found=unusable.found)
        else:
            yield problem("embedding_package_missing", name=unusable.name)
    else:
        yield fine("embedding_good")
