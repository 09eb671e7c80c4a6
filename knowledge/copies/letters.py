"""Turns the bytes of a paper into letters: by its byte order mark, else as its server or the page itself says."""

import codecs
import re

from knowledge.copies.refusing import Refused

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_DECLARED_WITHIN = 2_048
_READ_AS = {
    **dict.fromkeys(("utf-8", "utf8", "us-ascii", "ascii"), "utf-8"),
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "x-gbk"), "gb18030"),
    **dict.fromkeys(("iso-8859-1", "latin1", "windows-1252", "cp1252"), "cp1252"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "windows-31j"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987"), "cp949"),
    **{one: one for one in ("big5", "euc-jp", "koi8-r", "windows-1250", "windows-1251", "iso-8859-2", "iso-8859-15")},
    **dict.fromkeys(("utf-16", "utf-16le"), "utf-16-le"),
    "utf-16be": "utf-16-be",
}
"""Names of charsets, and what browsers read them as; every other name is refused."""


def letters(given: bytes, charset: str = "", *, page: bool = False) -> str:
    """Decode a paper; UTF-8 where nothing else is said. `page` also believes what HTML says of itself.

    Raises Refused("paper_not_text").
    """
    for mark, codec in _MARKS:
        if given.startswith(mark):
            return _decoded(given[len(mark) :], codec)
    declared = _DECLARED.search(given[:_DECLARED_WITHIN]) if page and not charset else None
    name = declared[1].decode("ascii", "replace") if declared else charset or "utf-8"
    return _decoded(given, _READ_AS.get(name.strip().lower(), ""))


def _decoded(given: bytes, codec: str) -> str:
    try:
        text = given.decode(codec or "ascii")
    except UnicodeDecodeError:
        raise Refused("paper_not_text") from None
    if "\0" in text:
        raise Refused("paper_not_text")
    return text
