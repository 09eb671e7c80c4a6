"""The house's own certificate, which vouches for what marks videos, and a one-time key for each video.

The certificate is self-made: whoever reads a video's credentials sees that it is unchanged since it left this house,
and "untrusted", until they put this certificate among those that they trust. One of a public authority would say who
runs the house, too. Neither names a person: subjects are "Hushreel" alone, and times are whole days.

Profile: C2PA specification 2.2, section 14.5.1 (signer certificates); RFC 5280.
"""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Self

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from core.errors import KeyRefused, StoreRefused
from core.marks import Credential
from core.ports import Clock
from core.storage.files import write_new

LASTS = timedelta(days=30 * 365)
"""Nothing timestamps a signature: it counts as long as its certificate does, so that is long."""

_CLOCKS_DIFFER = timedelta(days=1)
_OTHERS = 0o077
_HOUSE = "Hushreel house"
_VIDEO = "Hushreel video"
_USES = (
    *("digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement"),
    *("key_cert_sign", "crl_sign", "encipher_only", "decipher_only"),
)


class HouseCertificate:
    """Vouches for one-time keys: a worker that marks a video never holds the house's own key."""

    def __init__(self, key: ec.EllipticCurvePrivateKey, certificate: x509.Certificate, clock: Clock) -> None:
        """Take the key (P-256) and its certificate."""
        self._key = key
        self._certificate = certificate
        self._clock = clock

    @classmethod
    def load(cls, key_file: Path, clock: Clock) -> Self:
        """Read the key and the certificate beside it (.pem), or make what isn't there.

        Raises KeyRefused(key_readable_by_others, key_damaged; path), StoreRefused(folder_refused, path, problem).
        """
        certificate_file = key_file.with_suffix(".pem")
        try:
            if not key_file.exists():
                key_file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                certificate_file.unlink(missing_ok=True)
                write_new(key_file, _pem_of(ec.generate_private_key(ec.SECP256R1())))
            key = _read(key_file)
            if not certificate_file.exists():
                write_new(certificate_file, _own(key, clock).public_bytes(Encoding.PEM))
            certificate = _certificate(certificate_file)
        except OSError as error:
            raise StoreRefused("folder_refused", path=str(key_file), problem=os.strerror(error.errno or 0)) from None
        if certificate.public_key() != key.public_key():
            raise KeyRefused("key_damaged", path=str(certificate_file))
        return cls(key, certificate, clock)

    @classmethod
    def passing(cls, clock: Clock) -> Self:
        """Make one that is kept nowhere, to try whether marking works."""
        key = ec.generate_private_key(ec.SECP256R1())
        return cls(key, _own(key, clock), clock)

    def pem(self) -> str:
        """Give the certificate, for whoever wants to trust this house."""
        return self._certificate.public_bytes(Encoding.PEM).decode()

    def issue(self) -> Credential:
        """Make a key for one video, and vouch for it. Nobody keeps the key: nothing else is ever signed by it."""
        key = ec.generate_private_key(ec.SECP256R1())
        house = self._certificate
        identifier = house.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value
        above = x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(identifier)
        certificate = (
            _begun(_VIDEO, house.subject, key.public_key(), _today(self._clock), house.not_valid_after_utc)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(_use("digital_signature"), critical=True)
            .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]), critical=False)
            .add_extension(above, critical=False)
            .sign(self._key, SHA256())
        )
        return Credential(certificate.public_bytes(Encoding.PEM).decode() + self.pem(), _pem_of(key).decode())


def _own(key: ec.EllipticCurvePrivateKey, clock: Clock) -> x509.Certificate:
    begins = _today(clock)
    return (
        _begun(_HOUSE, _name(_HOUSE), key.public_key(), begins, begins + LASTS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_use("key_cert_sign", "crl_sign"), critical=True)
        .sign(key, SHA256())
    )


def _begun(
    subject: str, issuer: x509.Name, key: ec.EllipticCurvePublicKey, begins: datetime, ends: datetime
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(_name(subject))
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(ends)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
    )


def _name(common: str) -> x509.Name:
    named = {NameOID.ORGANIZATION_NAME: "Hushreel", NameOID.COMMON_NAME: common}
    return x509.Name([x509.NameAttribute(kind, value) for kind, value in named.items()])


def _use(*names: str) -> x509.KeyUsage:
    return x509.KeyUsage(**{name: name in names for name in _USES})


def _today(clock: Clock) -> datetime:
    """Give the beginning of the day before, so that no clock that is a little behind finds it early."""
    now = datetime.fromtimestamp(clock.now_ms() / 1000, UTC) - _CLOCKS_DIFFER
    return now.replace(hour=0, minute=0, second=0, microsecond=0)


def _pem_of(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def _read(file: Path) -> ec.EllipticCurvePrivateKey:
    if file.stat().st_mode & _OTHERS:
        raise KeyRefused("key_readable_by_others", path=str(file))
    try:
        key = load_pem_private_key(file.read_bytes(), password=None)
    except ValueError:
        raise KeyRefused("key_damaged", path=str(file)) from None
    if not isinstance(key, ec.EllipticCurvePrivateKey) or not isinstance(key.curve, ec.SECP256R1):
        raise KeyRefused("key_damaged", path=str(file))
    return key


def _certificate(file: Path) -> x509.Certificate:
    try:
        return x509.load_pem_x509_certificate(file.read_bytes())
    except ValueError:
        raise KeyRefused("key_damaged", path=str(file)) from None
