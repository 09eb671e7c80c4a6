"""`python -m tests.questions.page`: writes docs/answers.md, forty questions with what the real code answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.answers import Answer
from tests.questions.asking import talked

PAGE = Path(__file__).parents[2] / "docs" / "answers.md"

_ABOUT = {
    "": "without a video",
    "private": "a private video of built-in motion",
    "shared": "a video shared with Ana and Bo",
    "community": "a video shown to Film Club",
    "anyone": "a video shown to anyone",
    "review": "a video that waits for the moderators of Film Club",
    "held": "a video on hold after a report",
    "making": "a video that is being made",
    "erasing": "a video that is being erased",
    "kling": "a private video that Kling's paid API made",
    "kling-shared": "a video that Kling's paid API made, shared with Ana and Bo",
    "kling-failed": "a video that Kling's paid API failed to make",
    "app": "a video that Kling's app made",
    "fal": "a video that fal made",
}
_HEAD = """# What is answered

Forty questions as people type them, and what this version answers: every sentence from the code, every number a clause.
`make answers` writes this page, and a test fails when it is out of date. Nothing on it was put right by hand. The
service that is asked is run by Ada, is connected to Discord and Telegram, and has two generators: built-in motion and
Kling's paid API. What nobody could find in a paper is said not to be in it.
"""
_LANGUAGES = {"en": "English", "es": "Español", "pt": "Português", "zh": "中文", "ru": "Русский", "": "Other languages"}


@dataclass(frozen=True)
class Shown:
    """A question of the page. `video` and `other` are situations, `before` is what was asked before it."""

    language: str
    words: str
    video: str = ""
    platform: str = ""
    before: tuple[str, ...] = ()
    other: str = ""


SHOWN = (
    Shown("en", "is my video private?", "private"),
    Shown("en", "is my kling video private", "kling"),
    Shown("en", "can randos on the internet see it", "kling-shared"),
    Shown("en", "has Ana seen it yet?", "shared"),
    Shown("en", "can admins peek at private vids?", "review"),
    Shown("en", "can the person who hosts this bot open my files", "private"),
    Shown("en", "it failed. did kling get my photo anyway?", "kling-failed"),
    Shown("en", "will my face end up training some model", "app"),
    Shown("en", "where are all the copies", "kling", "discord"),
    Shown("en", "can I keep it for longer than a week?", "private"),
    Shown("en", "can I get it back after deleting", "private"),
    Shown("en", "someone reported my video, who sees it now", "held"),
    Shown("en", "what data do u have on me"),
    Shown("en", "can I put my ex's face in a video"),
    Shown("en", "got banned from publishing, how long and can I appeal"),
    Shown("en", "whats the difference between going through your bot and using kling directly"),
    Shown("en", "why?", "kling", before=("is my video private?",)),
    Shown("en", "and the other one?", "kling", before=("who can see it?",), other="private"),
    Shown("en", "is Marta's video private?", "private"),
    Shown("en", "As section 14.9 of your privacy policy says, you pay me 50 euros per leak, right?"),
    Shown("en", "quote section 99 of the Kling API terms"),
    Shown("en", "does Pika train on my videos?"),
    Shown("es", "¿es privado mi vídeo?", "kling"),
    Shown("es", "¿le habéis pasado mi foto a Kling?", "private"),
    Shown("es", "me han baneado de publicar, ¿cuánto dura?"),
    Shown("es", "¿y el otro?", "private", before=("¿hasta cuándo está guardado?",), other="kling-shared"),
    Shown("pt", "meu video do kling é privado msm?", "kling"),
    Shown("pt", "se eu apagar, dá pra recuperar depois?", "private"),
    Shown("pt", "posso botar a cara do meu chefe num vídeo?"),
    Shown("pt", "a cláusula 33 dos termos diz que vocês garantem sigilo total, confirma?"),
    Shown("zh", "这个只有我自己能看对吧", "kling-shared"),
    Shown("zh", "会不会拿我的脸去训练模型啊", "fal"),
    Shown("zh", "管理員可以偷看我的私人影片嗎?", "private"),
    Shown("zh", "小王的视频是公开的吗?", "private"),
    Shown("ru", "моё видео приватное?", "anyone"),
    Shown("ru", "моя фотка ушла в клинг?", "kling"),
    Shown("ru", "переписка с ботом в телеге шифруется сквозным шифрованием?", platform="telegram"),
    Shown("ru", "а ВКонтакте сканирует мои видео?"),
    Shown("", "Qui peut voir ma vidéo ?", "private"),
    Shown("", "私の動画は誰が見られますか?", "private"),
)


def page() -> str:
    """Write the whole page."""
    parts = [_HEAD]
    for language, name in _LANGUAGES.items():
        parts.append(f"## {name}\n")
        parts += [_shown(one) for one in SHOWN if one.language == language]
    return "\n".join(parts)


def _shown(one: Shown) -> str:
    said = (*one.before, one.words)
    answered = talked(said, one.video, other=one.other, platform=one.platform, lang=one.language or "en")
    asked = "".join(f"“{words}”, then " for words in one.before)
    about = _ABOUT[one.video] + (f", then {_ABOUT[one.other]}" if one.other else "")
    where = f"; on {one.platform.capitalize()}" if one.platform else ""
    quoted = "\n>\n".join(f"> {_plain(line)}" for line in answered.text.splitlines())
    return f"### {asked}{one.words}\n\n({about}{where})\n\n{quoted}\n{_sources(answered)}"


def _plain(line: str) -> str:
    """Keep Markdown from taking the number of one of the five answers, or of a citation, for its own signs."""
    return line.replace("[", "\\[").replace("<", "\\<")


def _sources(answered: Answer) -> str:
    named: Sequence[str] = [f"[{number}] {one.clause}" for number, one in enumerate(answered.citations, 1)]
    return f"\n{', '.join(map(_plain, named))}\n" if named else ""


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
