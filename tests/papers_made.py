"""A small PDF, written by hand: one page, one line of text under the other."""

_HEAD = b"%PDF-1.4\n"


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
