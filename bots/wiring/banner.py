"""What `hushreel run` prints once it is ready."""

from pydantic import SecretStr

from bots import VERSION
from bots.settings import Settings
from bots.texts.operator import line


def banner(settings: Settings, port: int, demo_path: str | None) -> str:
    """Write the text of design section 14. `demo_path` holds the demo's secret; None says that there is no demo."""
    host = f"[{settings.listen[0]}]" if ":" in settings.listen[0] else settings.listen[0]
    address = f"http://{host}:{port}{demo_path}"
    return line(
        "banner",
        version=VERSION,
        demo=line("banner-demo", address=address) if demo_path else line("banner-no-demo"),
        port=str(port),
        data=settings.data_dir,
        retention_ms=settings.retention,
        key=settings.key_file,
        discord=_platform("HUSHREEL_DISCORD_TOKEN", settings.discord_token),
        telegram=_platform("HUSHREEL_TELEGRAM_TOKEN", settings.telegram_token),
    )


def _platform(setting: str, token: SecretStr | None) -> str:
    return line("banner-no-token" if token is None else "banner-token", setting=setting)
