"""Where sealed bytes lie: a bucket is written to, read and deleted from, and asked whether it keeps versions."""

from collections.abc import Iterator

from bots.wiring.doctor.finding import Finding, fine, refused, warning
from bots.wiring.doctor.patient import Patient
from bots.wiring.storing import place_of
from bots.wiring.system import SystemClock
from core.errors import KeyRefused, OperatorError
from core.storage.keys import MasterKey
from core.storage.places import BucketPlace
from core.storage.probing import probe
from core.storage.vault import named


def storage(patient: Patient) -> Iterator[Finding]:
    """The store of sealed bytes can be used. A bucket keeps nothing of the look, unless it keeps versions."""
    settings = patient.settings
    try:
        place = place_of(settings)
        if not isinstance(place, BucketPlace):
            yield fine("storage_folder", path=place)
            return
        habits = probe(place, _key(patient), SystemClock(), claim=False)
    except OperatorError as error:
        yield refused(error)
        return
    yield from _left(patient, place)
    yield warning("storage_versions", place=place) if habits.keeps_versions else fine("storage_good", place=place)


def _key(patient: Patient) -> MasterKey | None:
    """Give the master key; None where there is none that can be used, which another look tells."""
    try:
        return MasterKey.known(patient.settings.key_file, patient.settings.data_dir)
    except KeyRefused:
        return None


def _left(patient: Patient, place: BucketPlace) -> Iterator[Finding]:
    """Look for sealed files in the folder where they lay before a bucket was set."""
    folder = patient.settings.data_dir / "blobs"
    count = sum(named(one.name) is not None for one in folder.iterdir()) if folder.is_dir() else 0
    if count:
        yield warning("storage_left", path=folder, count=count, place=place)
