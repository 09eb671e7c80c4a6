"""Questions about Discord in every language: clauses of ours, and what is known of theirs."""

from dataclasses import replace

import pytest

from knowledge.answers import answer
from knowledge.facts import ChatCopy, CopyKind, PolicyFacts, VideoFacts
from knowledge.languages import LANGUAGES
from knowledge.quoting import ANSWER_LONGEST

NOW_MS = 1_795_600_000_000
ON_DISCORD = PolicyFacts("Jan Kowalski", "jan@example.org", platforms=("discord",), links=True)
PLAIN = VideoFacts(title="Beach", has_picture=True, ends_at_ms=NOW_MS + 86_400_000, asked_on="Discord")
HELD = replace(PLAIN, copies=(ChatCopy("Discord", CopyKind.EPHEMERAL),))
QUESTIONS = {
    "does Discord see my video?": (
        "does Discord see my video?",
        "¿Discord ve mi video?",
        "o Discord vê meu vídeo?",
        "Discord 能看到我的视频吗？",
        "Discord видит моё видео?",
    ),
    "can Discord train on my video?": (
        "can Discord train on my video?",
        "¿puede Discord entrenar con mi video?",
        "o Discord pode treinar com meu vídeo?",
        "Discord 会用我的视频训练吗？",
        "может ли Discord обучать модели на моём видео?",
    ),
    "what happens to the file in this chat?": (
        "what happens to the file in this chat?",
        "¿qué pasa con el archivo en este chat?",
        "o que acontece com o arquivo neste chat?",
        "这个聊天里的文件会怎样？",
        "что станет с файлом в этом чате?",
    ),
}
CITED = {
    "does Discord see my video?": {"hushreel-privacy/9.1", "discord-privacy/whole"},
    "can Discord train on my video?": {"hushreel-privacy/9.1", "discord-developer-policy/21", "discord-privacy/whole"},
    "what happens to the file in this chat?": {"hushreel-privacy/9.4", "hushreel-privacy/9.5"},
}


@pytest.mark.parametrize("video", [None, PLAIN, HELD], ids=["none", "asked", "held"])
@pytest.mark.parametrize("place", range(len(LANGUAGES)), ids=LANGUAGES)
@pytest.mark.parametrize("question", QUESTIONS)
def test_questions_about_discord_are_answered_with_clauses(question: str, place: int, video: VideoFacts | None) -> None:
    """Who sees, who trains, what becomes of a file: from our policy and what is known of Discord's papers."""
    lang = LANGUAGES[place]
    found = answer(QUESTIONS[question][place], policy=ON_DISCORD, now_ms=NOW_MS, video=video, lang=lang)
    assert not found.abstained, found
    assert found.lang == lang
    assert CITED[question] & {one.clause for one in found.citations}, found.text
    assert len(found.text) <= ANSWER_LONGEST
