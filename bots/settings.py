"""The only reader of the environment: HUSHREEL_* of hushreel.toml, .env and the environment (the last one wins)."""

from collections.abc import Callable, Mapping, MutableMapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import unquote, urlsplit

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, ValidationError

from bots.prices import BUDGET_FORM, PRICE_FORM, read_budgets, read_prices
from bots.setting_files import PREFIX, dotenv, from_names, from_toml
from bots.setting_forms import (
    API_BASE,
    BOT_API,
    DAYS_IN_MS,
    GATEWAY,
    WEBHOOK,
    read_duration_ms,
    read_listen,
    read_models,
    read_secret,
    read_shards,
)
from core.errors import BadSetting
from core.spending import Budgets, Price, Prices

SECRETS = (
    "discord_token",
    "telegram_token",
    "telegram_webhook_secret",
    "storage_key",
    "storage_secret",
    "chat_model_key",
    "kling_access_key",
    "kling_secret_key",
    "kling_api_key",
)
LATER = frozenset(
    [
        "database_url",
        "operator_notify",
        "case_copy_days",
        "generators",
        "fal_key",
        "fal_base_url",
        "replicate_token",
        "replicate_base_url",
        "runway_key",
        "runway_base_url",
        "facefusion_command",
    ]
)
"""Settings of design section 12 that no code of this version reads: naming one is refused, not ignored."""


_STORAGE = r"^(?:file:///[^?#]+|s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](?:/[A-Za-z0-9/_.-]*)?)$"
_CHAT_MODEL = r"^openai:[A-Za-z0-9][A-Za-z0-9._:/@-]{0,99}$"
_OWN_STORE = ("storage_endpoint", "storage_region", "storage_key", "storage_secret")
"""What is said of a store elsewhere."""

_KLING = ("kling_base_url", "kling_model")
_COMFYUI = ("comfyui_input", "comfyui_output", "comfyui_workflows", "comfyui_models")
"""What is said of a generator beside what sets it up."""

Duration = Annotated[int, BeforeValidator(read_duration_ms)]


class Settings(BaseModel):
    """What the operator chose. Durations are milliseconds. Paths outside `data_dir`: key, receipt key and journal."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    data_dir: Path
    key_file: Path
    erasure_journal: Path
    listen: Annotated[tuple[str, int], BeforeValidator(read_listen)] = ("127.0.0.1", 8080)
    public_url: Annotated[str | None, Field(pattern=r"^https://[^/\s]+$")] = None
    operator_name: Annotated[str, Field(max_length=80)] = ""
    operator_contact: Annotated[str, Field(max_length=200)] = ""
    discord_token: SecretStr | None = None
    discord_api_base: Annotated[str | None, Field(pattern=API_BASE)] = None
    discord_gateway: Annotated[str | None, Field(pattern=GATEWAY)] = None
    discord_shards: Annotated[int | Literal["auto"] | None, BeforeValidator(read_shards)] = None
    telegram_token: SecretStr | None = None
    telegram_api_base: Annotated[str | None, Field(pattern=BOT_API)] = None
    telegram_webhook_url: Annotated[str | None, Field(pattern=WEBHOOK)] = None
    telegram_webhook_secret: Annotated[SecretStr | None, BeforeValidator(read_secret)] = None
    telegram_local_server: bool = False
    storage_url: Annotated[str | None, Field(pattern=_STORAGE)] = None
    storage_endpoint: Annotated[str | None, Field(pattern=BOT_API)] = None
    storage_region: Annotated[str | None, Field(pattern=r"^[A-Za-z0-9-]{1,40}$")] = None
    storage_key: SecretStr | None = None
    storage_secret: SecretStr | None = None
    visible_label: Annotated[str, Field(max_length=40, pattern=r"^[^\x00-\x1f\x7f]*$")] = ""
    retention: Duration = 7 * DAYS_IN_MS
    retention_max: Duration = 30 * DAYS_IN_MS
    embedding: Literal["none", "minilm"] = "none"
    chat_model: Annotated[str | None, Field(pattern=_CHAT_MODEL)] = None
    chat_model_url: Annotated[str | None, Field(pattern=BOT_API)] = None
    chat_model_key: SecretStr | None = None
    kling_access_key: SecretStr | None = None
    kling_secret_key: SecretStr | None = None
    kling_api_key: SecretStr | None = None
    kling_base_url: Annotated[str | None, Field(pattern=BOT_API)] = None
    kling_model: Annotated[str | None, Field(pattern=r"^[a-z0-9][a-z0-9.-]{0,40}$")] = None
    comfyui_url: Annotated[str | None, Field(pattern=r"^https?://[^/\s?#@]+(?:/[^/\s?#]+)*$")] = None
    comfyui_input: Path | None = None
    comfyui_output: Path | None = None
    comfyui_workflows: Path | None = None
    comfyui_models: Annotated[Mapping[str, str], BeforeValidator(read_models)] = {}
    log_format: Literal["text", "json"] = "text"
    prices: Annotated[tuple[Price, ...], BeforeValidator(read_prices)] = ()
    budgets: Annotated[Budgets | None, BeforeValidator(read_budgets)] = None

    @property
    def price_list(self) -> Prices:
        """What generators elsewhere cost."""
        return Prices(self.prices)

    @property
    def receipt_key_file(self) -> Path:
        """Where receipts' signing key is: beside the master key."""
        return self.key_file.with_name("receipt.key")

    @property
    def certificate_key_file(self) -> Path:
        """Where the key is that vouches for marked videos: beside the master key; its certificate lies next to it."""
        return self.key_file.with_name("certificate.key")

    @property
    def backup_key_file(self) -> Path:
        """Where the key of backups is: beside the master key."""
        return self.key_file.with_name("backup.key")

    @property
    def backup_notes(self) -> Path:
        """Where it is noted which backups there are: beside the erasure journal, in no backup."""
        return self.erasure_journal.with_name("backups.log")

    @property
    def storage_folder(self) -> Path | None:
        """Where sealed bytes are on this machine; None where a bucket keeps them."""
        if self.storage_url is None:
            return self.data_dir / "blobs"
        found = urlsplit(self.storage_url)
        return Path(unquote(found.path)) if found.scheme == "file" else None

    @property
    def storage_host(self) -> str:
        """Whose object store keeps the sealed bytes, by its host's name; "" where they are on this machine."""
        if self.storage_folder is not None:
            return ""
        return urlsplit(self.storage_at).hostname or ""

    @property
    def chat_model_host(self) -> str:
        """Whose language model rephrases answers, by its host's name; "" for none."""
        return urlsplit(self.chat_model_url).hostname or "" if self.chat_model and self.chat_model_url else ""

    @property
    def routes(self) -> tuple[str, ...]:
        """Name the generators that are set up, that of this machine first."""
        kling = ["kling"] if self.kling_access_key or self.kling_api_key else []
        return ("motion", *kling, *(["comfyui"] if self.comfyui_url else []))

    @property
    def storage_at(self) -> str:
        """The address of the object store: Amazon's own of the region where no other is set."""
        return self.storage_endpoint or f"https://s3.{self.storage_region}.amazonaws.com"

    @property
    def demo(self) -> bool:
        """Whether /demo may exist: nobody but this machine can reach it, and no real platform is connected."""
        host = self.listen[0]
        loopback = host in {"localhost", "::1"} or host.startswith("127.")
        return loopback and self.public_url is None and self.discord_token is None and self.telegram_token is None


def load(environ: Mapping[str, str], folder: Path) -> Settings:
    """Read the settings of `environ` and of .env and hushreel.toml in `folder`.

    Raises BadSetting with the setting's full name for the first one that is unknown, malformed or contradictory.
    """
    settings, refused = examine(environ, folder)
    if refused:
        raise refused[0]
    return settings


def examine(environ: Mapping[str, str], folder: Path) -> tuple[Settings, Sequence[BadSetting]]:
    """Read what can be read, with the default in the place of what is refused; and give everything refused."""
    refused: list[BadSetting] = []
    given: dict[str, Any] = {}
    readings: Sequence[Callable[[], dict[str, Any]]] = (
        lambda: from_toml(folder / "hushreel.toml"),
        lambda: from_names(dotenv(folder / ".env")),
        lambda: from_names(environ),
    )
    for reading in readings:
        try:
            given |= reading()
        except BadSetting as error:
            refused.append(error)
    given = _with_files(given, refused)
    home = _home(environ)
    given.setdefault("data_dir", home / "data")
    given.setdefault("key_file", home / "master.key")
    given.setdefault("erasure_journal", home / "erasure.journal")
    settings = _validated(given, refused)
    refused += _contradictions(settings)
    return settings, refused


def _validated(given: dict[str, Any], refused: list[BadSetting]) -> Settings:
    try:
        return Settings.model_validate(given)
    except ValidationError as error:
        found = error.errors(include_input=False, include_url=False)
        wrong = {str(one["loc"][0]): (one["type"], one.get("ctx", {}).get("number", 0)) for one in found}
    refused += [_refusal(name, *kind) for name, kind in wrong.items()]
    return Settings.model_validate({name: value for name, value in given.items() if name not in wrong})


def _refusal(name: str, kind: str, number: int) -> BadSetting:
    setting = PREFIX + name.upper()
    if kind == "entry":
        return BadSetting("setting_entry_malformed", setting=setting, number=str(number), form=_FORMS[name])
    if kind == "extra_forbidden":
        if name in LATER:
            return BadSetting("setting_later", setting=setting)
        near = get_close_matches(name, Settings.model_fields, n=1)
        return BadSetting("setting_unknown", setting=setting, near=PREFIX + near[0].upper() if near else "none")
    return BadSetting("setting_malformed", setting=setting, form=_FORMS.get(name, "text"))


_FORMS = {
    "listen": "127.0.0.1:8080",
    "retention": "7d, 36h, 90m or 20s",
    "retention_max": "30d",
    "visible_label": "up to 40 letters",
    "public_url": "https://videos.example.org",
    "embedding": "none or minilm",
    "chat_model": "openai:name",
    "chat_model_url": "https://models.example.org/v1",
    "log_format": "text or json",
    "prices": PRICE_FORM,
    "budgets": BUDGET_FORM,
    "discord_api_base": "https://discord.com/api/v10",
    "discord_gateway": "wss://gateway.discord.gg",
    "discord_shards": "a number such as 2, or auto",
    "telegram_api_base": "https://api.telegram.org",
    "telegram_webhook_url": "https://videos.example.org/hooks/telegram",
    "telegram_webhook_secret": "16 to 256 of A-Z, a-z, 0-9, _ and -",
    "telegram_local_server": "true or false",
    "kling_base_url": "https://api-singapore.klingai.com",
    "kling_model": "kling-v1",
    "comfyui_url": "http://127.0.0.1:8188",
    "comfyui_models": "diffusion=mine.safetensors, vae=another.safetensors",
    "storage_url": "file:///folder or s3://bucket/prefix",
    "storage_endpoint": "https://s3.example.org",
    "storage_region": "eu-central-1",
}


def _contradictions(settings: Settings) -> list[BadSetting]:
    found = []
    if settings.retention > settings.retention_max:
        found.append(BadSetting("retention_above_max", setting="HUSHREEL_RETENTION", other="HUSHREEL_RETENTION_MAX"))
    if settings.telegram_local_server and settings.telegram_api_base is None:
        found.append(_lacks("telegram_local_server", "telegram_api_base"))
    if settings.telegram_webhook_secret and settings.telegram_webhook_url is None:
        found.append(_lacks("telegram_webhook_secret", "telegram_webhook_url"))
    if settings.discord_token or settings.telegram_token:
        lacking = [name for name in ("operator_name", "operator_contact") if not getattr(settings, name).strip()]
        found += [BadSetting("operator_missing", setting=PREFIX + name.upper()) for name in lacking]
    if settings.chat_model and settings.chat_model_url is None:
        found.append(_lacks("chat_model", "chat_model_url"))
    if settings.chat_model is None:
        found += [
            _lacks(name, "chat_model") for name in ("chat_model_url", "chat_model_key") if getattr(settings, name)
        ]
    found += _storage_contradictions(settings) + _generator_contradictions(settings)
    return found + _money_contradictions(settings)


def _generator_contradictions(settings: Settings) -> list[BadSetting]:
    """See that Kling has the keys of one contract, and that ComfyUI's folders come in two."""
    found, said = [], {name for name in Settings.model_fields if getattr(settings, name)}
    pairs = (("kling_access_key", "kling_secret_key"), ("comfyui_input", "comfyui_output"))
    for one, other in (*pairs, *((other, one) for one, other in pairs)):
        if one in said and other not in said:
            found.append(_lacks(one, other))
    old = said & {"kling_access_key", "kling_secret_key"}
    if old and "kling_api_key" in said:
        found.append(BadSetting("kling_keys_of_both", setting="HUSHREEL_KLING_API_KEY"))
    if not old and "kling_api_key" not in said:
        found += [_lacks(name, "kling_access_key") for name in _KLING if name in said]
    if "comfyui_url" not in said:
        found += [_lacks(name, "comfyui_url") for name in _COMFYUI if name in said]
    return found


def _storage_contradictions(settings: Settings) -> list[BadSetting]:
    """See that a bucket has what it needs, and that nothing is said of a store where a folder is one."""
    said = [name for name in _OWN_STORE if getattr(settings, name)]
    if settings.storage_folder is not None:
        return [_lacks(name, "storage_url") for name in said]
    needed = [name for name in ("storage_key", "storage_secret") if name not in said]
    if "storage_endpoint" not in said and "storage_region" not in said:
        needed.append("storage_endpoint")
    return [_lacks("storage_url", name) for name in needed]


def _money_contradictions(settings: Settings) -> list[BadSetting]:
    """See that a budget can be held: by prices, in its own currency."""
    if settings.budgets is None:
        return []
    if not settings.prices:
        return [_lacks("budgets", "prices")]
    other = next((one.currency for one in settings.prices if one.currency != settings.budgets.currency), None)
    if other is None:
        return []
    return [
        BadSetting("currencies_differ", setting="HUSHREEL_BUDGETS", currency=settings.budgets.currency, other=other)
    ]


def _lacks(name: str, other: str) -> BadSetting:
    return BadSetting("setting_lacks", setting=PREFIX + name.upper(), other=PREFIX + other.upper())


def keep_out(environ: MutableMapping[str, str]) -> None:
    """Take AWS_* out of an environment: the library that speaks to object stores would go by it, unasked."""
    for name in [one for one in environ if one.startswith("AWS_")]:
        del environ[name]


def _home(environ: Mapping[str, str]) -> Path:
    base = environ.get("XDG_DATA_HOME", "")
    return (Path(base) if base.startswith("/") else Path.home() / ".local" / "share") / "hushreel"


def _with_files(given: dict[str, Any], refused: list[BadSetting]) -> dict[str, Any]:
    """Replace `{secret}_file` by what the file holds."""
    for name in SECRETS:
        path = given.pop(f"{name}_file", None)
        if path is None:
            continue
        setting = PREFIX + name.upper()
        if name in given:
            refused.append(BadSetting("setting_twice", setting=setting, other=f"{setting}_FILE"))
            continue
        try:
            given[name] = Path(path).read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError):
            refused.append(BadSetting("secret_unreadable", setting=f"{setting}_FILE"))
    return given
