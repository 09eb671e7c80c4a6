"""The house's certificate: made once, kept beside the master key, naming nobody, and vouching for one-time keys."""

import stat
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding

from core.errors import KeyRefused, StoreRefused
from core.storage.certificate import LASTS, HouseCertificate
from tests.fakes.time import FakeClock


def load(folder: Path) -> HouseCertificate:
    """Load it as a start does."""
    return HouseCertificate.load(folder / "keys" / "certificate.key", FakeClock())


def chain_of(house: HouseCertificate) -> tuple[x509.Certificate, x509.Certificate]:
    """Have a video's certificate issued; gives it, and the one above."""
    first, second = x509.load_pem_x509_certificates(house.issue().chain.encode())
    return first, second


def test_it_is_made_once_and_closed_to_others(tmp_path: Path) -> None:
    """The second start finds what the first one made, and only this account opens it."""
    first, second = load(tmp_path), load(tmp_path)
    assert first.pem() == second.pem()
    for name in ("certificate.key", "certificate.pem"):
        assert stat.S_IMODE((tmp_path / "keys" / name).stat().st_mode) == 0o600


def test_each_video_gets_a_key_of_its_own_under_it(tmp_path: Path) -> None:
    """A one-time certificate is issued by the house's, ends with it, and can't issue any itself."""
    house = load(tmp_path)
    (one, above), (other, _) = chain_of(house), chain_of(house)
    assert one.public_key() != other.public_key()
    assert above.public_bytes(Encoding.PEM).decode() == house.pem()
    one.verify_directly_issued_by(above)
    assert one.not_valid_after_utc == above.not_valid_after_utc
    assert above.not_valid_after_utc - above.not_valid_before_utc == LASTS > timedelta(days=10_000)
    assert not one.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    assert isinstance(one.public_key(), ec.EllipticCurvePublicKey)


def test_it_names_nobody(tmp_path: Path) -> None:
    """Subjects are the program's name, times are whole days, and there is no address of a person or a machine."""
    for certificate in chain_of(load(tmp_path)):
        words = [str(part.value) for name in (certificate.subject, certificate.issuer) for part in name]
        assert set(words) <= {"Hushreel", "Hushreel house", "Hushreel video"}
        begins = certificate.not_valid_before_utc
        assert (begins.hour, begins.minute, begins.second) == (0, 0, 0)
        kinds = {type(one.value) for one in certificate.extensions}
        assert x509.SubjectAlternativeName not in kinds


def test_a_lost_certificate_comes_back_and_a_lost_key_makes_another(tmp_path: Path) -> None:
    """With its key the certificate is written anew; without the key a new house begins."""
    key = load(tmp_path).pem()
    (tmp_path / "keys" / "certificate.pem").unlink()
    again = x509.load_pem_x509_certificate(load(tmp_path).pem().encode())
    assert again.public_key() == x509.load_pem_x509_certificate(key.encode()).public_key()
    (tmp_path / "keys" / "certificate.key").unlink()
    other = x509.load_pem_x509_certificate(load(tmp_path).pem().encode())
    assert other.public_key() != again.public_key()


@pytest.mark.parametrize("name", ["certificate.key", "certificate.pem"])
def test_what_is_damaged_is_refused(tmp_path: Path, name: str) -> None:
    """A file that is no key or certificate stops the start, and is named."""
    load(tmp_path)
    (tmp_path / "keys" / name).write_bytes(b"nothing of the kind")
    with pytest.raises(KeyRefused, match="key_damaged") as refused:
        load(tmp_path)
    assert refused.value.data["path"].endswith(name)


def test_a_key_that_others_can_read_is_refused(tmp_path: Path) -> None:
    """As every key here is."""
    load(tmp_path)
    (tmp_path / "keys" / "certificate.key").chmod(0o644)
    with pytest.raises(KeyRefused, match="key_readable_by_others"):
        load(tmp_path)


def test_a_certificate_of_another_key_is_refused(tmp_path: Path) -> None:
    """Files that were mixed up don't vouch for anything."""
    load(tmp_path)
    load(tmp_path / "other")
    (tmp_path / "other" / "keys" / "certificate.pem").replace(tmp_path / "keys" / "certificate.pem")
    with pytest.raises(KeyRefused, match="key_damaged"):
        load(tmp_path)


def test_a_folder_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    """A file where the folder should be is said as it is."""
    (tmp_path / "keys").write_bytes(b"")
    with pytest.raises(StoreRefused, match="folder_refused"):
        load(tmp_path)


def test_a_credential_shows_no_key(tmp_path: Path) -> None:
    """Whoever logs one by mistake logs the certificate alone."""
    credential = load(tmp_path).issue()
    assert "PRIVATE" in credential.key
    assert "PRIVATE" not in repr(credential)
