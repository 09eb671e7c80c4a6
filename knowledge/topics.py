"""Hears what a question is about: subjects and topics by the phrases of a data file, modest typos forgiven.

What no phrase covers is not guessed at: retrieval scores can't tell an uncovered question from a covered one.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

from knowledge.languages import LANGUAGES, folded, spoken

QUESTION_LONGEST = 2_000
_WORDS_BETWEEN = 4
_TYPO_SHORTEST = 5
_TYPO_LIKENESS = 0.8
_TYPO_LETTERS = 2
_TYPOS_MENDED = 10
_SIGNS_WEIGH = 2
_HAN = re.compile("([\u3400-\u4dbf\u4e00-\u9fff])")
_UNSPACED = re.compile("([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff])")
"""Signs of scripts without spaces: Chinese, and kana, by which Japanese is known not to be Chinese."""

_SIMPLIFIED = str.maketrans(
    "專業東丟兩為爲舉義習書買於產僅麼個們價眾優會傳偽體儲兒內關冊寫決準憑則刪別務動區醫協賣歷厲發變號嗎員"
    "國圖壞塊聲處備複復夠頭學實審導屬歲幾幣帳帶幫廣廢開當錄徵態總戲戶執掃擁擬擔護報換據攜攝數斷無時顯機權"
    "條來標樣毀氣沒洩點煉現畫療盜盤碼確離種稅籤簽紀紙紋線練經給統編網聯臉營藍虛裡裏視覽觀規見訂認議讓訓訊"
    "記許設訪證識訴詞詩話詢語誤說請讀誰調謝譜負責賬貨販購費資賠賺蹤轉載輸轄過運還這進遠違遲遺郵鑰錢銀鏈銷"
    "長門問間閱陸險隱驗電頻題風饋麥黃齡單雲從後對祕雙臺囉嘍",
    "专业东丢两为为举义习书买于产仅么个们价众优会传伪体储儿内关册写决准凭则删别务动区医协卖历厉发变号吗员"
    "国图坏块声处备复复够头学实审导属岁几币帐带帮广废开当录征态总戏户执扫拥拟担护报换据携摄数断无时显机权"
    "条来标样毁气没泄点炼现画疗盗盘码确离种税签签纪纸纹线练经给统编网联脸营蓝虚里里视览观规见订认议让训讯"
    "记许设访证识诉词诗话询语误说请读谁调谢谱负责账货贩购费资赔赚踪转载输辖过运还这进远违迟遗邮钥钱银链销"
    "长门问间阅陆险隐验电频题风馈麦黄龄单云从后对秘双台啰喽",
)
"""Traditional characters of what is asked; phrases are in simplified ones."""
_SCRIPTS = {"latin": re.compile(r"[a-z]"), "cyrillic": re.compile("[\u0400-\u04ff]"), "han": _HAN}


@dataclass(frozen=True)
class Heard:
    """What a question is about.

    `subjects` and `topics` are keys of the topics file, best first. `objects` are topics that a clause must speak of
    to answer, `broad` are topics that stand back behind narrower ones. `stranger` means that it asks about somebody or
    something that no paper of ours is about. `language` is the one that it was heard in; `familiar` says whether it
    sounds like that language.
    """

    subjects: tuple[str, ...]
    topics: tuple[str, ...]
    objects: frozenset[str]
    broad: frozenset[str]
    stranger: bool
    language: str
    familiar: bool

    @property
    def nothing(self) -> bool:
        """Whether no topic was heard."""
        return not self.topics


@dataclass(frozen=True)
class _Topic:
    phrases: re.Pattern[str]
    over: tuple[str, ...]
    is_object: bool
    is_broad: bool


@dataclass(frozen=True)
class _Ear:
    """How questions in one language sound: its ordinary words, words of others, its script and its own letters."""

    common: frozenset[str]
    foreign: frozenset[str]
    script: re.Pattern[str]
    signs: frozenset[str]


@dataclass(frozen=True)
class _Hearing:
    subjects: Mapping[str, re.Pattern[str]]
    topics: Mapping[str, _Topic]
    vocabulary: tuple[str, ...]
    known: re.Pattern[str]
    papers: re.Pattern[str]
    subject: re.Pattern[str]
    ear: _Ear


def hear(question: str, names: Iterable[str] = (), lang: str = "en") -> Heard:
    """Find the subjects and topics of `question`, in the language of ours that it sounds like.

    Between equals `lang` decides, where somebody speaks it (BCP 47), then English; both are tried where nothing was
    heard. `names` (title, people) decide nothing: they are neither heard as topics nor mistaken for strangers.
    """
    raw = question[:QUESTION_LONGEST]
    known_names = tuple(tidy for name in names if (tidy := _tidy(name)))
    own = tuple(dict.fromkeys((spoken(lang), LANGUAGES[0])))
    tries = [_heard(raw, known_names, one) for one in dict.fromkeys((_language_of(raw, own), *own))]
    return next((one for one in tries if one.topics or one.stranger), tries[0])


def _heard(raw: str, known_names: tuple[str, ...], lang: str) -> Heard:
    hearing = _hearing(lang)
    text = _mended(_without(_tidy(raw), known_names), hearing)
    if not (topics := _topics(text, hearing)):
        text = _mended(_tidy(raw), hearing)
        topics = _topics(text, hearing)
    subjects = _subjects(text, hearing)
    stranger = "elsewhere" in subjects or ("see" not in topics and _asks_about_a_stranger(raw, known_names, hearing))
    return Heard(
        subjects=subjects,
        topics=topics,
        objects=frozenset(name for name in topics if hearing.topics[name].is_object),
        broad=frozenset(name for name in topics if hearing.topics[name].is_broad),
        stranger=stranger,
        language=lang,
        familiar=_is_familiar(text.split(), hearing.ear),
    )


def _language_of(raw: str, first: Iterable[str]) -> str:
    """Name the language that a question sounds like; between equals the one that hears most of its words."""
    words = _tidy(raw).split()
    loudness = {lang: _sounds_like(words, raw, lang) for lang in (*first, *LANGUAGES)}
    loudest = max(loudness.values())
    equals = [lang for lang, loud in loudness.items() if loud == loudest]
    if len(equals) == 1 or not loudest:
        return equals[0]
    return max(equals, key=lambda lang: sum(_hearing(lang).known.fullmatch(word) is not None for word in words))


def _sounds_like(words: list[str], raw: str, lang: str) -> int:
    """Count what speaks for a language: its ordinary words, each letter or sign that only it has, its script."""
    ear = _ear(lang)
    if ear.script is not _SCRIPTS["latin"]:
        return sum(ear.script.search(word) is not None for word in words)
    return sum(word in ear.common for word in words) + _SIGNS_WEIGH * len(ear.signs & set(raw.casefold()))


def _subjects(text: str, hearing: _Hearing) -> tuple[str, ...]:
    found = [name for name, phrases in hearing.subjects.items() if phrases.search(text)]
    if {"kling-app", "kling-api"} & set(found):
        found.remove("kling")
    return tuple(found)


def _topics(text: str, hearing: _Hearing) -> tuple[str, ...]:
    without_papers = hearing.papers.sub("papers", text)
    found = {name: topic for name, topic in hearing.topics.items() if topic.phrases.search(without_papers)}
    beaten = {name for topic in found.values() for name in topic.over}
    return tuple(name for name in found if name not in beaten)


def _without(text: str, names: Iterable[str]) -> str:
    """Put "it" in the place of names, so that their words say nothing."""
    for name in sorted(names, key=len, reverse=True):
        text = f" {text} ".replace(f" {name} ", " it ").strip()
    return text


def _asks_about_a_stranger(raw: str, names: Iterable[str], hearing: _Hearing) -> bool:
    """Say whether a word that nobody here knows stands where the one asked about stands.

    Of seeing, such a word names a person ("can Anna see it?"), and the answer says who can.
    """
    known_names = {word for name in names for word in name.split()}
    for found in hearing.subject.finditer(raw):
        word = _tidy(next(filter(None, found.groups())))
        if word not in known_names and not hearing.known.fullmatch(word) and word not in hearing.ear.common:
            return True
    return False


def _is_familiar(words: list[str], ear: _Ear) -> bool:
    foreign = sum(word in ear.foreign or not (word.isascii() or ear.script.search(word)) for word in words)
    return foreign * 2 <= sum(word in ear.common for word in words)


def _mended(text: str, hearing: _Hearing) -> str:
    """Put known words in the place of their misspellings, for the first few words that nobody knows."""
    words = text.split()
    unknown = (place for place, word in enumerate(words) if _is_unknown(word, hearing))
    for place in islice(unknown, _TYPOS_MENDED):
        words[place] = _mend(words[place], hearing)
    return " ".join(words)


def _mend(word: str, hearing: _Hearing) -> str:
    as_long = [known for known in hearing.vocabulary if abs(len(known) - len(word)) <= _TYPO_LETTERS]
    return next(iter(get_close_matches(word, as_long, 1, _TYPO_LIKENESS)), word)


def _is_unknown(word: str, hearing: _Hearing) -> bool:
    return len(word) >= _TYPO_SHORTEST and word not in hearing.ear.common and not hearing.known.fullmatch(word)


def _tidy(text: str) -> str:
    """Give bare lower-case words, without accents; each Chinese character is a simplified word of its own."""
    bare = re.sub(r"[^\w\s]", " ", re.sub(r"['\u2019`]", "", folded(text)))
    return " ".join(_UNSPACED.sub(r" \1 ", bare.translate(_SIMPLIFIED)).split())


def _words(phrase: str) -> list[str]:
    """Give the words of a phrase as patterns; a Chinese word's characters, and words joined by _, stand together."""
    parts = (folded(_HAN.sub(r" \1 ", word.replace("_", " "))).split() for word in phrase.split())
    return [" ".join(re.escape(one).replace(r"\*", r"\w*") for one in part) for part in parts]


def _any_of(phrases: Iterable[str], between: int = _WORDS_BETWEEN) -> re.Pattern[str]:
    gap = rf"(?: \w+){{0,{between}}} " if between else " "
    return re.compile(rf"\b(?:{'|'.join(gap.join(_words(phrase)) for phrase in phrases)})\b")


@lru_cache
def _ear(lang: str) -> _Ear:
    common = _data(lang)["common"]
    return _Ear(
        common=frozenset(_tidy(common["words"]).split()),
        foreign=frozenset(_tidy(_data(lang)["foreign"]["words"]).split()),
        script=_SCRIPTS[common["script"]],
        signs=frozenset(common["signs"]),
    )


@lru_cache
def _data(lang: str) -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "words" / f"{lang}-topics.toml").read_text("utf-8"))


@lru_cache
def _hearing(lang: str) -> _Hearing:
    data = _data(lang)
    phrases = [one for topic in data["topics"].values() for one in topic["phrases"]]
    phrases += [one for name, many in data["subjects"].items() if name != "elsewhere" for one in many]
    words = sorted({folded(word) for phrase in phrases for word in phrase.split()})
    return _Hearing(
        subjects={name: _any_of(many) for name, many in data["subjects"].items()},
        topics={
            name: _Topic(
                phrases=_any_of(topic["phrases"]),
                over=tuple(topic.get("over", ())),
                is_object=topic.get("object", False),
                is_broad=topic.get("broad", False),
            )
            for name, topic in data["topics"].items()
        },
        vocabulary=tuple(bare for word in words if len(bare := word.rstrip("*")) >= _TYPO_SHORTEST),
        known=_any_of(words),
        papers=_any_of(data["papers"]["names"], between=0),
        subject=re.compile(data["stranger"]["pattern"]),
        ear=_ear(lang),
    )
