"""Limits of messages that Discord states and its OpenAPI leaves out in part. Each check raises `Refused`."""

from collections.abc import Iterator, Sequence

from tests.fakes.discord_wire.refusals import EMPTY_MESSAGE, Json, malformed

ROW, BUTTON, TEXT_SELECT, TEXT_INPUT, LABEL, TEXT_DISPLAY, FILE_UPLOAD = 1, 2, 3, 4, 18, 10, 19
PICKERS = (3, 5, 6, 7, 8)
LINK = 5
V2 = 1 << 15
CONTENT, EMBEDS, EMBED_SUM, FILES = 2000, 10, 6000, 10
EMBED_PARTS = {"title": 256, "description": 4096}
IN_LABEL = (*PICKERS, TEXT_INPUT, FILE_UPLOAD, 21, 22, 23)


def within(what: str, length: int, most: int, least: int = 0) -> None:
    """Refuse what is too short or too long."""
    if not least <= length <= most:
        raise malformed(f"{what}: {length} is not between {least} and {most}")


def message(body: Json, files: int, *, empty_is_fine: bool = False) -> None:
    """Check a message that is sent whole; an edit, which may leave parts as they are, may be empty."""
    content, embeds, rows = body.get("content") or "", body.get("embeds") or [], body.get("components") or []
    within("content", len(content), CONTENT)
    within("embeds", len(embeds), EMBEDS)
    within("attachments", max(files, len(body.get("attachments") or [])), FILES)
    if sum(embed(one) for one in embeds) > EMBED_SUM:
        raise malformed(f"embeds: more than {EMBED_SUM} characters over all")
    if body.get("flags", 0) & V2:
        if content or embeds:
            raise malformed("components v2 go without content and embeds")
    else:
        _rows(rows)
    _unique(rows)
    if not (content or embeds or rows or files or empty_is_fine or body.get("poll") or body.get("sticker_ids")):
        raise EMPTY_MESSAGE


def embed(one: Json) -> int:
    """Check an embed and give its number of characters."""
    sizes = {part: len(one.get(part) or "") for part in EMBED_PARTS}
    for part, most in EMBED_PARTS.items():
        within(f"embed.{part}", sizes[part], most)
    footer, author = ((one.get("footer") or {}).get("text") or ""), ((one.get("author") or {}).get("name") or "")
    within("embed.footer", len(footer), 2048)
    within("embed.author", len(author), 256)
    fields = one.get("fields") or []
    within("embed.fields", len(fields), 25)
    for field in fields:
        within("embed.field.name", len(field.get("name") or ""), 256, 1)
        within("embed.field.value", len(field.get("value") or ""), 1024, 1)
    return sum(sizes.values()) + len(footer) + len(author) + sum(len(f["name"]) + len(f["value"]) for f in fields)


def _rows(rows: Sequence[Json]) -> None:
    within("rows", len(rows), 5)
    for row in rows:
        if row.get("type") != ROW:
            raise malformed("only rows stand at the top of a message")
        parts = row.get("components") or []
        within("row", len(parts), 5, 1)
        if any(part.get("type") in PICKERS for part in parts) and len(parts) > 1:
            raise malformed("a select stands alone in its row")
        for part in parts:
            if part.get("type") == BUTTON:
                _button(part)
            elif part.get("type") in PICKERS:
                picker(part)
            else:
                raise malformed(f"component {part.get('type')} is not for messages")


def _button(part: Json) -> None:
    within("label", len(part.get("label") or ""), 80)
    if not part.get("label") and not part.get("emoji"):
        raise malformed("a button needs a label or an emoji")
    if part.get("style") == LINK:
        if not part.get("url") or part.get("custom_id"):
            raise malformed("a link button has a url and no custom_id")
        within("url", len(part["url"]), 512)
    else:
        within("custom_id", len(part.get("custom_id") or ""), 100, 1)


def how_many(part: Json) -> tuple[int, int]:
    """Give how many values a part takes, at least and at most: one where nothing is said."""
    least, most = part.get("min_values"), part.get("max_values")
    return 1 if least is None else least, 1 if most is None else most


def picker(part: Json) -> None:
    """Check a select of a message or a modal."""
    within("custom_id", len(part.get("custom_id") or ""), 100, 1)
    within("placeholder", len(part.get("placeholder") or ""), 150)
    options = part.get("options") or []
    least, most = how_many(part)
    if least > most:
        raise malformed("min_values over max_values")
    if part["type"] == TEXT_SELECT:
        within("options", len(options), 25, 1)
        within("max_values", most, len(options))
        if len({one["value"] for one in options}) != len(options):
            raise malformed("options: values are not unique")
    for one in options:
        within("option.label", len(one.get("label") or ""), 100, 1)
        within("option.value", len(one.get("value") or ""), 100, 1)
        within("option.description", len(one.get("description") or ""), 100)


def walk(parts: Sequence[Json]) -> Iterator[Json]:
    """Give all components, those inside others too."""
    for part in parts:
        yield part
        yield from walk(part.get("components") or [])
        for inner in ("component", "accessory"):
            if part.get(inner):
                yield from walk([part[inner]])


def _unique(parts: Sequence[Json]) -> None:
    ids = [part["custom_id"] for part in walk(parts) if part.get("custom_id")]
    if len(ids) != len(set(ids)):
        raise malformed("custom_id: Component custom id cannot be duplicated")


def modal(data: Json) -> None:
    """Check a modal."""
    within("title", len(data.get("title") or ""), 45, 1)
    within("custom_id", len(data.get("custom_id") or ""), 100, 1)
    parts = data.get("components") or []
    within("components", len(parts), 5, 1)
    _unique(parts)
    for part in parts:
        if part["type"] == ROW:
            inner = part.get("components") or []
            if len(inner) != 1 or inner[0].get("type") != TEXT_INPUT:
                raise malformed("a modal's row has one text input")
            within("label", len(inner[0].get("label") or ""), 45, 1)
            _text_input(inner[0])
        elif part["type"] == LABEL:
            within("label", len(part.get("label") or ""), 45, 1)
            within("label.description", len(part.get("description") or ""), 100)
            _labelled(part.get("component") or {})
        elif part["type"] != TEXT_DISPLAY:
            raise malformed(f"component {part['type']} is not for modals")


def _labelled(inner: Json) -> None:
    if inner.get("type") not in IN_LABEL:
        raise malformed(f"component {inner.get('type')} is not for a label")
    if inner["type"] == TEXT_INPUT:
        if inner.get("label"):
            raise malformed("a text input in a label has no label of its own")
        _text_input(inner)
    elif inner["type"] in PICKERS:
        picker(inner)
        if inner.get("disabled"):
            raise malformed("a select in a modal can't be disabled")
    elif inner["type"] == FILE_UPLOAD:
        within("custom_id", len(inner.get("custom_id") or ""), 100, 1)
        least, most = how_many(inner)
        within("min_values", least, 10)
        within("max_values", most, 10, 1)


def _text_input(part: Json) -> None:
    within("custom_id", len(part.get("custom_id") or ""), 100, 1)
    within("value", len(part.get("value") or ""), 4000)
    within("value", len(part.get("value") or ""), part.get("max_length") or 4000)
    within("placeholder", len(part.get("placeholder") or ""), 100)


def choices(given: Sequence[Json]) -> None:
    """Check what autocomplete offers."""
    within("choices", len(given), 25)
    for one in given:
        within("choice.name", len(one["name"]), 100, 1)
        if isinstance(one["value"], str):
            within("choice.value", len(one["value"]), 100, 1)
