"""Questions in other languages get the verdict and the clauses of their English counterparts, in their own words."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from knowledge.answers import Answer, account_answer, answer, five_answers
from knowledge.facts import AccountFacts, ChatCopy, CopyKind, PolicyFacts, State, VideoFacts, Visibility
from knowledge.languages import LANGUAGES
from knowledge.quoting import ANSWER_LONGEST
from knowledge.routes import routes

NOW_MS = 1_795_600_000_000
DAY_MS = 86_400_000
DEMO = PolicyFacts(demo=True)
RUN = PolicyFacts(operator_name="Jan Kowalski Rodríguez de la Vega y Mendoza", operator_contact="jan@example.org")
BEACH = VideoFacts(title="Beach", has_picture=True, ends_at_ms=NOW_MS + DAY_MS)

EVERYDAY = [
    (
        "is my video private?",
        "¿es privado mi vídeo?",
        "meu vídeo é privado?",
        "我的视频是私密的吗？",
        "моё видео приватное?",
    ),
    ("who can see it?", "¿quién puede verlo?", "quem pode ver?", "谁能看到它？", "кто может его видеть?"),
    (
        "can moderators see it?",
        "¿los moderadores pueden verlo?",
        "os moderadores conseguem ver?",
        "版主能看到吗？",
        "модераторы могут его открыть?",
    ),
    (
        "can the operator see my video?",
        "¿puede el operador ver mi video?",
        "o operador pode ver meu vídeo?",
        "运营者能看到我的视频吗？",
        "оператор может посмотреть моё видео?",
    ),
    (
        "can you see my video?",
        "¿puedes ver mi video?",
        "você consegue ver meu vídeo?",
        "你能看到我的视频吗？",
        "вы видите моё видео?",
    ),
    ("who uses it?", "¿quién lo usa?", "quem usa?", "谁会使用它？", "кто его использует?"),
    (
        "do you train AI on my photos?",
        "¿entrenáis una IA con mis fotos?",
        "vocês treinam IA com as minhas fotos?",
        "你们会拿我的照片训练 AI 吗？",
        "вы обучаете ИИ на моих фото?",
    ),
    (
        "is it used for ads?",
        "¿se usa para anuncios?",
        "é usado para anúncios?",
        "会用来做广告吗？",
        "это используется для рекламы?",
    ),
    ("where are copies?", "¿dónde hay copias?", "onde há cópias?", "副本在哪里？", "где копии?"),
    (
        "how long do you keep my video",
        "¿cuánto tiempo guardas mi video?",
        "por quanto tempo você guarda meu vídeo?",
        "我的视频会保存多久",
        "сколько вы храните видео?",
    ),
    ("when is it deleted?", "¿cuándo se borra?", "quando ele é apagado?", "什么时候删除？", "когда его удалят?"),
    (
        "can I keep it longer?",
        "¿puedo guardarlo más tiempo?",
        "posso guardar por mais tempo?",
        "能保存更久吗？",
        "можно хранить его дольше?",
    ),
    (
        "what if I delete it?",
        "¿qué pasa si lo elimino?",
        "e se eu excluir?",
        "如果我删除会怎样？",
        "что будет, если я его удалю?",
    ),
    (
        "can I get it back after deletion?",
        "¿puedo recuperarlo después?",
        "dá para recuperar depois?",
        "删掉之后还能恢复吗？",
        "можно ли восстановить после удаления?",
    ),
    (
        "what can't be undone?",
        "¿qué no se puede deshacer?",
        "o que não dá para desfazer?",
        "什么无法撤销？",
        "что нельзя отменить?",
    ),
    ("what is a receipt?", "¿qué es el comprobante?", "o que é o comprovante?", "回执是什么？", "что такое квитанция?"),
    ("delete my account", "borra mi cuenta", "apague minha conta", "注销我的账户", "удалить аккаунт"),
    (
        "what do you know about me?",
        "¿qué sabes de mí?",
        "o que você sabe sobre mim?",
        "你知道我的什么信息？",
        "что вы знаете обо мне?",
    ),
    (
        "do you make backups?",
        "¿haces copias de seguridad?",
        "vocês fazem backup?",
        "你们做备份吗？",
        "вы делаете резервные копии?",
    ),
    ("is it encrypted?", "¿está cifrado?", "está criptografado?", "加密了吗？", "оно зашифровано?"),
    (
        "how do I share my video?",
        "¿cómo comparto mi video?",
        "como compartilho meu vídeo?",
        "怎么分享我的视频？",
        "как мне поделиться видео?",
    ),
    ("who runs this?", "¿quién opera esto?", "quem opera isto?", "谁在运营这个？", "кто это запустил?"),
    (
        "which country is my data in?",
        "¿en qué país están mis datos?",
        "em que país estão meus dados?",
        "我的数据在哪个国家？",
        "в какой стране мои данные?",
    ),
    (
        "what happens if the disk crashes?",
        "¿y si se rompe el disco?",
        "e se o disco quebrar?",
        "磁盘坏了怎么办？",
        "что если сломается диск?",
    ),
    (
        "who owns the video?",
        "¿de quién es el video?",
        "de quem é o vídeo?",
        "视频归谁所有？",
        "кому принадлежит видео?",
    ),
    (
        "does kling train on my pictures?",
        "¿Kling entrena con mis fotos?",
        "o Kling treina com as minhas fotos?",
        "Kling 会用我的图片训练吗？",
        "Kling обучается на моих картинках?",
    ),
    (
        "does kling's app train on my pictures?",
        "¿entrena la app de Kling con mis fotos?",
        "o app do Kling treina com as minhas fotos?",
        "Kling 应用会用我的图片训练吗？",
        "приложение Kling обучается на моих картинках?",
    ),
    (
        "how long does kling's api keep my video?",
        "¿cuánto tiempo guarda la API de Kling mi video?",
        "por quanto tempo a API do Kling guarda meu vídeo?",
        "Kling 的 API 会把我的视频保存多久？",
        "сколько API Kling хранит моё видео?",
    ),
    (
        "does kling's app use face data?",
        "¿usa la app de Kling datos faciales?",
        "o app do Kling usa dados faciais?",
        "Kling 应用会用人脸数据吗？",
        "приложение Kling использует данные о лицах?",
    ),
    ("are you an AI?", "¿eres una IA?", "você é uma IA?", "你是 AI 吗？", "ты нейросеть?"),
]
"""A row a question: English, then every other language in the order of LANGUAGES."""

NOT_SAID = [
    ("what's the weather?", "¿qué tiempo hace hoy?", "como está o clima hoje?", "今天天气怎么样？", "какая погода?"),
    (
        "can the police get my video?",
        "¿puede la policía tener mi video?",
        "a polícia pode pegar meu vídeo?",
        "警察能拿到我的视频吗？",
        "полиция может получить моё видео?",
    ),
    (
        "does Midjourney train on my images?",
        "¿Midjourney entrena con mis fotos?",
        "O Midjourney treina com minhas fotos?",
        "Midjourney 会用我的图片训练吗？",
        "Midjourney обучается на моих картинках?",
    ),
    (
        "does Zorblatt keep my data?",
        "¿guarda Zorblatt mis datos?",
        "o Zorblatt guarda meus dados?",
        "Zorblatt 会保存我的数据吗？",
        "хранит ли Zorblatt мои данные?",
    ),
    ("how much does it cost?", "¿cuánto cuesta?", "quanto custa?", "多少钱？", "сколько это стоит?"),
]


def asked(question: str, lang: str, video: VideoFacts | None = BEACH) -> Answer:
    """Ask about Beach."""
    return answer(question, policy=DEMO, now_ms=NOW_MS, video=video, lang=lang)


def cited(found: Answer) -> list[str]:
    """The clauses behind an answer."""
    return [one.clause for one in found.citations]


def in_each(rows: Sequence[tuple[str, ...]]) -> list[tuple[str, str, str]]:
    """Give (language, question, English question) of every row."""
    return [(lang, question, row[0]) for row in rows for lang, question in zip(LANGUAGES[1:], row[1:], strict=True)]


@pytest.mark.parametrize(("lang", "question", "english"), in_each(EVERYDAY))
def test_a_question_is_answered_as_in_english(lang: str, question: str, english: str) -> None:
    """The same verdict on the same clauses, in the language it was asked in, whoever asks it.

    Of Kling's papers a short language such as Chinese has room for more.
    """
    wanted = asked(english, "en")
    for spoken in (lang, "en"):
        found = asked(question, spoken)
        said, more = cited(found)[: len(cited(wanted))], cited(found)[len(cited(wanted)) :]
        assert said == cited(wanted)
        assert [one for one in more if not one.startswith("kling-")] == []
        assert found.verdict == wanted.verdict
        assert (found.lang, found.abstained) == (lang, False)
        assert found.text != wanted.text


@pytest.mark.parametrize(("lang", "question", "english"), in_each(NOT_SAID))
def test_what_no_paper_says_is_not_said_in_any_language(lang: str, question: str, english: str) -> None:
    """Nobody is told anything that the texts don't say."""
    assert asked(english, "en").abstained
    found = asked(question, lang)
    assert (found.abstained, found.lang, found.citations) == (True, lang, ())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_english_question_is_answered_in_the_persons_language(lang: str) -> None:
    """Who set a language is answered in it, whichever of ours they ask in."""
    found = asked("is my video private?", lang)
    assert found.lang == lang
    assert cited(found) == cited(asked("is my video private?", "en"))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("route", routes())
@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("visibility", Visibility)
def test_the_five_answers_are_short_in_every_language(
    lang: str, route: str, state: State, visibility: Visibility
) -> None:
    """At most 900 characters, with long names, copies in two chats and watchers, whatever becomes of the video."""
    video = replace(
        BEACH,
        generator=route,
        state=state,
        visibility=visibility,
        community="Amigas y amigos de la fotografía nocturna de São Paulo",
        shared_with=("Maximiliano Fernández", "Anastasia Konstantinova", "Guilherme Albuquerque", "Bo"),
        published_at_ms=NOW_MS - DAY_MS,
        seen_by=("Maximiliano Fernández", "Guilherme Albuquerque"),
        copies=(ChatCopy("Telegram", CopyKind.DIRECT), ChatCopy("Discord", CopyKind.EPHEMERAL)),
    )
    for policy in (DEMO, RUN):
        found = five_answers(video, policy=policy, now_ms=NOW_MS, lang=lang, time_zone="America/Sao_Paulo")
        assert len(found.text) <= ANSWER_LONGEST, found.text
        assert found.lang == lang
        english = five_answers(video, policy=policy, now_ms=NOW_MS)
        assert (cited(found), found.verdict) == (cited(english), english.verdict)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_one_has_here_is_told_in_every_language(lang: str) -> None:
    """/privacy without a video answers the five questions in at most 900 characters."""
    for account in (None, AccountFacts(), AccountFacts(videos=21, open_to_others=2, next_end_ms=NOW_MS)):
        found = account_answer(account, policy=RUN, lang=lang)
        assert found.lang == lang
        assert len(found.text) <= ANSWER_LONGEST
        assert cited(found) == cited(account_answer(account, policy=RUN))
