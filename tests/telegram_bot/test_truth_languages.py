"""Questions about Telegram in every language: clauses of ours, and what is known of theirs."""

from dataclasses import replace

import pytest

from knowledge.answers import answer
from knowledge.facts import ChatCopy, CopyKind, PolicyFacts, VideoFacts
from knowledge.languages import LANGUAGES
from knowledge.quoting import ANSWER_LONGEST

NOW_MS = 1_795_600_000_000
ON_BOTH = PolicyFacts("Jan Kowalski", "jan@example.org", platforms=("discord", "telegram"), links=True)
PLAIN = VideoFacts(title="Beach", has_picture=True, ends_at_ms=NOW_MS + 86_400_000, asked_on="Telegram")
HELD = replace(PLAIN, copies=(ChatCopy("Telegram", CopyKind.DIRECT, NOW_MS + 3_600_000),))
QUESTIONS = {
    "does Telegram see my video?": (
        "does Telegram see my video?",
        "¿Telegram ve mi video?",
        "o Telegram vê meu vídeo?",
        "Telegram 能看到我的视频吗？",
        "Telegram видит моё видео?",
    ),
    "can Telegram train on it?": (
        "can Telegram train on it?",
        "¿puede Telegram entrenar con él?",
        "o Telegram pode treinar com ele?",
        "Telegram 会用它训练吗？",
        "может ли Telegram обучать модели на нём?",
    ),
    "what happens to the file in this chat?": (
        "what happens to the file in this chat?",
        "¿qué pasa con el archivo en este chat?",
        "o que acontece com o arquivo neste chat?",
        "这个聊天里的文件会怎样？",
        "что станет с файлом в этом чате?",
    ),
    "is Telegram end-to-end encrypted?": (
        "is this chat on Telegram end-to-end encrypted?",
        "¿este chat de Telegram está cifrado de extremo a extremo?",
        "este chat do Telegram é cifrado de ponta a ponta?",
        "Telegram 的聊天是端到端加密的吗？",
        "чат в Telegram защищён сквозным шифрованием?",
    ),
    "what does Telegram get?": (
        "what does Telegram get?",
        "¿qué recibe Telegram?",
        "o que o Telegram recebe?",
        "Telegram 会得到什么？",
        "что получает Telegram?",
    ),
    "who can open a one-time link?": (
        "who can open a one-time link?",
        "¿quién puede abrir un enlace de un solo uso?",
        "quem pode abrir um link de uso único?",
        "谁能打开一次性链接？",
        "кто может открыть одноразовую ссылку?",
    ),
    "what if I connect my accounts?": (
        "what happens when I connect my accounts?",
        "¿qué pasa si conecto mis cuentas?",
        "o que acontece se eu conectar minhas contas?",
        "连接账号会怎样？",
        "что будет, если связать аккаунты?",
    ),
}
CITED = {
    "does Telegram see my video?": {"hushreel-privacy/10.1"},
    "can Telegram train on it?": {"hushreel-privacy/10.1", "telegram-bot-terms/4.3", "telegram-privacy/whole"},
    "what happens to the file in this chat?": {"hushreel-privacy/10.4", "hushreel-privacy/10.5"},
    "is Telegram end-to-end encrypted?": {"hushreel-privacy/10.1"},
    "what does Telegram get?": {"hushreel-privacy/10.1"},
    "who can open a one-time link?": {"hushreel-privacy/2.7"},
    "what if I connect my accounts?": {"hushreel-privacy/11.1"},
}


@pytest.mark.parametrize("video", [None, PLAIN, HELD], ids=["none", "asked", "held"])
@pytest.mark.parametrize("place", range(len(LANGUAGES)), ids=LANGUAGES)
@pytest.mark.parametrize("question", QUESTIONS)
def test_questions_about_telegram_are_answered_with_clauses(
    question: str, place: int, video: VideoFacts | None
) -> None:
    """Who sees, who trains, what becomes of a file, how two accounts are joined: from our policy and their papers."""
    lang = LANGUAGES[place]
    asked = QUESTIONS[question][place]
    found = answer(asked, policy=ON_BOTH, now_ms=NOW_MS, video=video, lang=lang, asked_in="telegram")
    assert not found.abstained, found
    assert found.lang == lang
    assert CITED[question] & {one.clause for one in found.citations}, found.text
    assert len(found.text) <= ANSWER_LONGEST
    assert "discord-" not in " ".join(one.clause for one in found.citations)
