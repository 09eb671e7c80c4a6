"""Questions in other languages get the verdict and the clauses of their English counterparts, in their own words."""

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
    ("is my video private?", "¿es privado mi vídeo?", "meu vídeo é privado?"),
    ("who can see it?", "¿quién puede verlo?", "quem pode ver?"),
    ("can moderators see it?", "¿los moderadores pueden verlo?", "os moderadores conseguem ver?"),
    ("can the operator see my video?", "¿puede el operador ver mi video?", "o operador pode ver meu vídeo?"),
    ("can you see my video?", "¿puedes ver mi video?", "você consegue ver meu vídeo?"),
    ("who uses it?", "¿quién lo usa?", "quem usa?"),
    ("do you train AI on my photos?", "¿entrenáis una IA con mis fotos?", "vocês treinam IA com as minhas fotos?"),
    ("is it used for ads?", "¿se usa para anuncios?", "é usado para anúncios?"),
    ("where are copies?", "¿dónde hay copias?", "onde há cópias?"),
    ("how long do you keep my video", "¿cuánto tiempo guardas mi video?", "por quanto tempo você guarda meu vídeo?"),
    ("when is it deleted?", "¿cuándo se borra?", "quando ele é apagado?"),
    ("can I keep it longer?", "¿puedo guardarlo más tiempo?", "posso guardar por mais tempo?"),
    ("what if I delete it?", "¿qué pasa si lo elimino?", "e se eu excluir?"),
    ("can I get it back after deletion?", "¿puedo recuperarlo después?", "dá para recuperar depois?"),
    ("what can't be undone?", "¿qué no se puede deshacer?", "o que não dá para desfazer?"),
    ("what is a receipt?", "¿qué es el comprobante?", "o que é o comprovante?"),
    ("delete my account", "borra mi cuenta", "apague minha conta"),
    ("what do you know about me?", "¿qué sabes de mí?", "o que você sabe sobre mim?"),
    ("do you make backups?", "¿haces copias de seguridad?", "vocês fazem backup?"),
    ("is it encrypted?", "¿está cifrado?", "está criptografado?"),
    ("how do I share my video?", "¿cómo comparto mi video?", "como compartilho meu vídeo?"),
    ("who runs this?", "¿quién opera esto?", "quem opera isto?"),
    ("which country is my data in?", "¿en qué país están mis datos?", "em que país estão meus dados?"),
    ("what happens if the disk crashes?", "¿y si se rompe el disco?", "e se o disco quebrar?"),
    ("who owns the video?", "¿de quién es el video?", "de quem é o vídeo?"),
    ("does kling train on my pictures?", "¿Kling entrena con mis fotos?", "o Kling treina com as minhas fotos?"),
    (
        "does kling's app train on my pictures?",
        "¿entrena la app de Kling con mis fotos?",
        "o app do Kling treina com as minhas fotos?",
    ),
    (
        "how long does kling's api keep my video?",
        "¿cuánto tiempo guarda la API de Kling mi video?",
        "por quanto tempo a API do Kling guarda meu vídeo?",
    ),
    ("does kling's app use face data?", "¿usa la app de Kling datos faciales?", "o app do Kling usa dados faciais?"),
    ("are you an AI?", "¿eres una IA?", "você é uma IA?"),
]
"""A row a question: English, then every other language in the order of LANGUAGES."""

NOT_SAID = [
    ("what's the weather?", "¿qué tiempo hace hoy?", "como está o clima hoje?"),
    ("can the police get my video?", "¿puede la policía tener mi video?", "a polícia pode pegar meu vídeo?"),
    (
        "does Midjourney train on my images?",
        "¿Midjourney entrena con mis fotos?",
        "O Midjourney treina com minhas fotos?",
    ),
    ("does Zorblatt keep my data?", "¿guarda Zorblatt mis datos?", "o Zorblatt guarda meus dados?"),
    ("how much does it cost?", "¿cuánto cuesta?", "quanto custa?"),
]


def asked(question: str, lang: str, video: VideoFacts | None = BEACH) -> Answer:
    """Ask about Beach."""
    return answer(question, policy=DEMO, now_ms=NOW_MS, video=video, lang=lang)


def cited(found: Answer) -> list[str]:
    """The clauses behind an answer."""
    return [one.clause for one in found.citations]


def in_each(rows: list[tuple[str, ...]]) -> list[tuple[str, str, str]]:
    """Give (language, question, English question) of every row."""
    return [(lang, question, row[0]) for row in rows for lang, question in zip(LANGUAGES[1:], row[1:], strict=True)]


@pytest.mark.parametrize(("lang", "question", "english"), in_each(EVERYDAY))
def test_a_question_is_answered_as_in_english(lang: str, question: str, english: str) -> None:
    """The same verdict on the same clauses, in the language it was asked in, whoever asks it."""
    wanted = asked(english, "en")
    for spoken in (lang, "en"):
        found = asked(question, spoken)
        assert cited(found) == cited(wanted)
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
