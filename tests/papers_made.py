"""Papers of few lines, of each kind that can be read; a PDF is written by hand."""

import json
from pathlib import Path

from knowledge.copies.outline import divide

APP, VERSION, TRAINING = "kling-app-terms", "2026-04-21", "4.7.3(f)"
LINES = (
    *("4.5 Mark", "Keep it.", "4.6 Commercial", "With permission.", "4.7.3 You let us"),
    *("(a) store", "(b) show", "(c) change", "(d) translate", "(e) create", "(f) train models."),
)
LETTERS = [f"4.7.3({letter})" for letter in "abcdef"]
WITHOUT = tuple(line.replace("train models", "show them") for line in LINES)

_HEAD = b"%PDF-1.4\n"


def written(path: Path, lines: tuple[str, ...]) -> Path:
    """Write lines as a paper of the kind that the file's name says."""
    match path.suffix:
        case ".pdf":
            path.write_bytes(pdf(lines))
        case ".html":
            path.write_text("<html><body>" + "".join(f"<p>{one}" for one in lines), "utf-8")
        case ".jsonl":
            rows = [{"section": one.number, "text": one.text} for one in divide(lines)]
            path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
        case _:
            path.write_text("\n\n".join(lines), "utf-8")
    return path


def pdf(lines: tuple[str, ...]) -> bytes:
    """Write lines of plain letters as a page."""
    shown = "".join(f"({_escaped(line)}) Tj T*\n" for line in lines)
    return pdf_of(f"BT /F1 10 Tf 14 TL 40 800 Td\n{shown}ET".encode("latin-1"))


def pdf_of(content: bytes, packed: str = "") -> bytes:
    """Put a page's content into a PDF; `packed` names its filter."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            b" /Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), packed.encode(), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    written, places = _HEAD, []
    for number, one in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    written += b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table)
    return written + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, len(written))


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
