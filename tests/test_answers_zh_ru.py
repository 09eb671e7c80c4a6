"""Chinese and Russian as people type it, and what stands in their sentences: names, dates, lists, figures."""

from dataclasses import replace

import pytest

from bots.texts.lookup import Texts, shown_as_text
from bots.texts.say import Say, Value, VideoName, When
from knowledge.facts import Visibility
from knowledge.languages import duration, listed
from knowledge.topics import hear
from tests.asking.test_answers_languages import BEACH, asked, cited

TYPED = [
    ("zh", "我的视频私密吗", "is my video private?"),
    ("zh", "我视频安全吗？", "is my video private?"),
    ("zh", "别人能看到我的视频吗？", "can others see my video?"),
    ("zh", "谁可以看我的视频", "who can see my video?"),
    ("zh", "谁看得到我的照片", "who can see my photo?"),
    ("zh", "小明能看到我的视频吗？", "can Anna see my video?"),
    ("zh", "谁可以下载？", "who can download it"),
    ("zh", "会不会有人猜到链接", "can someone guess the link?"),
    ("zh", "管理员能看我的视频吗", "can admins see my video?"),
    ("zh", "我的提示词别人看得到吗？", "is my prompt visible to others?"),
    ("zh", "把它公开", "make it public"),
    ("zh", "你会卖我的数据吗", "do you sell my data"),
    ("zh", "你会把我的数据分享给第三方吗？", "do you share my data with third parties?"),
    ("zh", "它被发送到别处了吗？", "was it sent anywhere?"),
    ("zh", "我的视频存在哪里？", "where is my video stored?"),
    ("zh", "你会永远保存我的数据吗？", "do you keep my data forever?"),
    ("zh", "删除我的视频", "delete my video"),
    ("zh", "你会记录我的提示词吗？", "do you log my prompts?"),
    ("zh", "我问你的问题会被保存吗？", "do you keep what I ask you?"),
    ("zh", "你会发布它吗？", "will you post it?"),
    ("zh", "我的图片被上传到哪里了吗？", "is my picture uploaded anywhere?"),
    ("zh", "可以商用吗？", "may I use it commercially?"),
    ("zh", "我的孩子 10 岁，可以用吗？", "my kid is 10, can she use it?"),
    ("zh", "什么是禁止的？", "what is forbidden?"),
    ("zh", "有人上传了我的视频，未经我同意", "somebody uploaded a video of me"),
    ("zh", "讲个笑话", "tell me a joke"),
    ("zh", "cookie 用来做什么？", "what are cookies used for?"),
    ("zh", "Sora 是私密的吗？", "is Sora private?"),
    ("zh", "runway 是私密的吗？", "is runway private?"),
    ("zh", "Discord 会拿它做什么？", "what does Discord do with it?"),
    ("zh", "我的密码存下来了吗？", "is my password stored?"),
    ("zh", "Kling 收到我的视频了吗？", "did kling get my video?"),
    ("zh", "Kling 应用是私密的吗？", "is the kling app private?"),
    ("zh", "FaceFusion 7 天后会删除吗？", "does facefusion delete after 7 days?"),
    ("zh", "Kling 的服务器在哪？", "where are Kling's servers?"),
    ("zh", "你好", "hi!"),
    ("zh", "谢谢", "Thanks"),
    ("zh", "你能做什么？", "what can you do?"),
    ("zh", "能看看你们的隐私政策吗？", "can I see your privacy policy?"),
    ("zh", "使用条款在哪里？", "where are your terms?"),
    ("zh", "怎么联系你们？", "how can I contact you?"),
    ("zh", "这个视频是用什么生成的？", "which generator made my video?"),
    ("zh", "谁会用我的视频？", "who uses my video?"),
    ("zh", "别人截图了怎么办？", "what if someone takes a screenshot?"),
    ("zh", "会被黑客偷走吗？", "can it be stolen by hackers?"),
    ("zh", "可以上传朋友的照片吗？", "may I upload photos of my friends?"),
    ("zh", "是端到端加密吗？", "is it end to end encrypted?"),
    ("zh", "只有我能看吗？", "can only I see it?"),
    ("zh", "我发的照片你们会留着吗？", "do you keep my photo?"),
    ("ru", "Мое видео закрытое?", "is my video private?"),
    ("ru", "видос точно приватный?", "is my video private?"),
    ("ru", "это безопасно?", "is it safe here"),
    ("ru", "кто-нибудь ещё увидит моё видео?", "can others see my video?"),
    ("ru", "Кто может его видеть?", "who can see it?"),
    ("ru", "кто увидит мой ролик", "who can see my video?"),
    ("ru", "кто видит мои фотки?", "who can see my photo?"),
    ("ru", "Анна может увидеть моё видео?", "can Anna see my video?"),
    ("ru", "кто может его скачать?", "who can download it"),
    ("ru", "могут ли угадать ссылку?", "can someone guess the link?"),
    ("ru", "админы видят моё видео?", "can admins see my video?"),
    ("ru", "другие видят мой промпт?", "is my prompt visible to others?"),
    ("ru", "Как мне поделиться видео?", "how do I share my video?"),
    ("ru", "сделай его публичным", "make it public"),
    ("ru", "вы продаёте мои данные?", "do you sell my data"),
    ("ru", "Вы передаёте мои данные третьим лицам?", "do you share my data with third parties?"),
    ("ru", "оно куда-нибудь отправлялось?", "was it sent anywhere?"),
    ("ru", "где хранится моё видео?", "where is my video stored?"),
    ("ru", "вы сохраняете GPS-координаты с моего фото?", "do you keep the GPS location of my photo?"),
    ("ru", "вы храните мои данные вечно?", "do you keep my data forever?"),
    ("ru", "удали моё видео", "delete my video"),
    ("ru", "вы пишете мои промпты в логи?", "do you log my prompts?"),
    ("ru", "вы храните мои вопросы?", "do you keep what I ask you?"),
    ("ru", "вы его выложите?", "will you post it?"),
    ("ru", "моя картинка куда-то загружается?", "is my picture uploaded anywhere?"),
    ("ru", "можно использовать коммерчески?", "may I use it commercially?"),
    ("ru", "моему ребёнку 10 лет, ей можно?", "my kid is 10, can she use it?"),
    ("ru", "что запрещено?", "what is forbidden?"),
    ("ru", "кто-то загрузил видео со мной", "somebody uploaded a video of me"),
    ("ru", "расскажи анекдот", "tell me a joke"),
    ("ru", "зачем нужны куки?", "what are cookies used for?"),
    ("ru", "Sora приватная?", "is Sora private?"),
    ("ru", "Хранит ли Zorblatt мои данные?", "does Zorblatt keep my data?"),
    ("ru", "runway приватный?", "is runway private?"),
    ("ru", "что с ним делает Discord?", "what does Discord do with it?"),
    ("ru", "мой пароль хранится?", "is my password stored?"),
    ("ru", "клинг учится на моём лице?", "does kling train on my face?"),
    ("ru", "Kling получил моё видео?", "did kling get my video?"),
    ("ru", "приложение Kling приватное?", "is the kling app private?"),
    ("ru", "FaceFusion удаляет через 7 дней?", "does facefusion delete after 7 days?"),
    ("ru", "где серверы Kling?", "where are Kling's servers?"),
    ("ru", "привет!", "hi!"),
    ("ru", "спасибо", "Thanks"),
    ("ru", "что ты умеешь?", "what can you do?"),
    ("ru", "можно посмотреть вашу политику конфиденциальности?", "can I see your privacy policy?"),
    ("ru", "где ваши условия?", "where are your terms?"),
    ("ru", "как с вами связаться?", "how can I contact you?"),
    ("ru", "каким генератором сделано видео?", "which generator made my video?"),
    ("ru", "кто использует моё видео?", "who uses my video?"),
    ("ru", "а если кто-то сделает скриншот?", "what if someone takes a screenshot?"),
    ("ru", "могут ли хакеры его украсть?", "can it be stolen by hackers?"),
    ("ru", "можно загружать фото друзей?", "may I upload photos of my friends?"),
    ("ru", "есть сквозное шифрование?", "is it end to end encrypted?"),
    ("ru", "его вижу только я?", "can only I see it?"),
    ("ru", "моё видио приватнае?", "is my video private?"),
    ("ru", "кто может посматреть?", "who can see it?"),
    ("zh", "管理员能打开我的视频吗", "can admins see my video?"),
    ("zh", "视频会被别人搜到吗", "can someone find my video?"),
    ("zh", "能导出我的数据吗", "can I export my data?"),
    ("zh", "密钥在哪里", "where are the keys?"),
    ("zh", "删了还能找回来吗", "can I get it back after deletion?"),
    ("zh", "日志里有什么", "what is in the logs?"),
    ("zh", "这个回答可信吗", "can I trust this answer?"),
    ("zh", "13岁可以用吗", "is it allowed under 13?"),
    ("zh", "可以上传什么", "what may I upload?"),
    ("zh", "谁负责", "who is responsible?"),
    ("zh", "视频丢了怎么办", "what if my video is lost?"),
    ("zh", "有水印吗", "is there a watermark?"),
    ("zh", "你们会审核我的视频吗", "do you review my video?"),
    ("zh", "我怎么下载", "how do I download it?"),
    ("zh", "可以提前删除吗", "can it be deleted earlier?"),
    ("zh", "视频几天后自动删除？", "after how many days is it deleted automatically?"),
    ("zh", "我的文字别人能看到吗", "can others see my prompt?"),
    ("ru", "админ может открыть мое видео?", "can admins see my video?"),
    ("ru", "можно ли найти мое видео?", "can someone find my video?"),
    ("ru", "что вы делаете с моими данными?", "what do you do with my data?"),
    ("ru", "как экспортировать мои данные?", "can I export my data?"),
    ("ru", "где ключи?", "where are the keys?"),
    ("ru", "что в логах?", "what is in the logs?"),
    ("ru", "можно верить этому ответу?", "can I trust this answer?"),
    ("ru", "что можно загружать?", "what may I upload?"),
    ("ru", "кто отвечает?", "who is responsible?"),
    ("ru", "есть водяной знак?", "is there a watermark?"),
    ("ru", "вы проверяете моё видео?", "do you review my video?"),
    ("ru", "как скачать видео?", "how do I download it?"),
    ("ru", "через сколько дней оно удалится само?", "after how many days is it deleted automatically?"),
    ("ru", "видно ли другим моё видео?", "can others see my video?"),
    ("ru", "чё с моими фотками делаете?", "what do you do with my photos?"),
    ("ru", "а если я случайно удалю?", "what if I delete it?"),
    ("ru", "кто ты?", "who are you?"),
    ("ru", "ты продашь моё видео?", "do you sell my data"),
    ("ru", "оператор видит всё?", "can the operator see my video?"),
    ("zh", "我的影片是私密的嗎？", "is my video private?"),
    ("zh", "誰可以看我的影片？", "who can see my video?"),
    ("zh", "什麼時候刪除？", "when is it deleted?"),
    ("zh", "會用我的照片訓練 AI 嗎？", "do you train AI on my photos?"),
    ("zh", "我的資料在哪個國家？", "which country is my data in?"),
    ("zh", "刪除我的帳號", "delete my account"),
]
"""Language, question, and its English counterpart."""


@pytest.mark.parametrize(("lang", "question", "english"), TYPED)
def test_a_question_as_it_is_typed_is_answered_as_in_english(lang: str, question: str, english: str) -> None:
    """Colloquial words, slips, both spellings of ё, traditional characters: all get the same verdict and clauses."""
    found, wanted = asked(question, lang), asked(english, "en")
    assert cited(found) == cited(wanted)
    assert (found.verdict, found.abstained, found.lang) == (wanted.verdict, wanted.abstained, lang)


@pytest.mark.parametrize(
    "question",
    [
        "私のビデオは非公開ですか",
        "хто може бачити моє відео?",
        "Qui peut voir ma vidéo ?",
        "Est-ce que quelqu'un d'autre a reçu ma photo ?",
        "Wer kann mein Video sehen?",
        "chi può vedere il mio video?",
        "kto może zobaczyć mój film?",
        "videomu kim görebilir?",
        "누가 내 영상을 볼 수 있나요?",
        "ποιος μπορεί να δει το βίντεό μου;",
        "من يستطيع مشاهدة الفيديو الخاص بي؟",
    ],
)
def test_a_neighbour_of_our_languages_is_not_taken_for_one(question: str) -> None:
    """Japanese is not Chinese, Ukrainian not Russian, French not Portuguese: English says which ones we understand."""
    assert not hear(question).familiar
    found = asked(question, "en")
    assert found.lang == "en"
    assert "Spanish, Portuguese, Chinese and Russian" in found.text


@pytest.mark.parametrize(("lang", "title"), [("zh", "训练营的最后一天"), ("ru", "Удаление гланд"), ("zh", "公开课")])
def test_a_title_is_a_name_in_every_script(lang: str, title: str) -> None:
    """A title that holds words of topics is asked about like any other."""
    question = {"zh": "谁能看到{}？", "ru": "кто видит {}?"}[lang]
    named = replace(BEACH, title=title)
    assert asked(question.format(title), lang, named).text == asked(question.format("Beach"), lang).text


def test_chinese_sentences_stand_without_gaps() -> None:
    """No space behind a full-width full stop or colon, one behind the number of a citation."""
    text = asked("我的视频是私密的吗？", "zh").text
    assert "谁能看到：你。[1][2] 这台服务器的运营者" in text
    assert "。 " not in text
    assert "： " not in text


def test_names_stand_in_sentences_of_every_script() -> None:
    """Chinese names need no space beside them, Latin ones get it, Russian ones stay in the nominative."""
    shared = replace(BEACH, visibility=Visibility.SELECTED, shared_with=("李雷", "Anna"))
    assert asked("谁能看到它？", "zh", shared).text.startswith("还有这些人可以打开它：李雷、Anna。")
    assert asked("кто его видит?", "ru", shared).text.startswith("Кто ещё может его открыть: 李雷 и Anna.")
    club = replace(BEACH, visibility=Visibility.COMMUNITY, community="摄影社")
    assert asked("谁能看到它？", "zh", club).text.startswith("“摄影社”的所有人都可以打开它。")


@pytest.mark.parametrize(
    ("lang", "value", "text"),
    [
        ("zh", When(1_796_043_900_000), "2026年11月30日 14:05 CET"),
        ("ru", When(1_796_043_900_000), "30 нояб. 2026 г., 14:05 CET"),
        ("zh", VideoName(3, "海边 日落"), "“海边 日落”（#3）"),
        ("zh", VideoName(3, ""), "无标题（#3）"),
        ("ru", VideoName(3, "Закат"), "«Закат» (#3)"),
        ("zh", ("大海", "fire", "雪景"), "大海、fire、雪景"),
        ("ru", ("море", "огонь", "снег"), "море, огонь и снег"),
    ],
)
def test_values_are_written_as_their_language_does(lang: str, value: Value, text: str) -> None:
    """Dates, lists and titles have the signs and the order of the language."""
    assert shown_as_text(value, "Europe/Berlin", lang) == text


def test_what_an_answer_says_of_time() -> None:
    """An end date is written out, a length of time has the right plural."""
    assert "2026年11月26日 09:46 UTC 在这里彻底删除" in asked("什么时候删除？", "zh").text
    assert "будет стёрто здесь 26 нояб. 2026 г., 09:46 UTC" in asked("когда его удалят?", "ru").text
    assert [duration(days * 86_400_000, "ru") for days in (1, 2, 5, 21)] == ["1 день", "2 дня", "5 дней", "21 день"]
    assert duration(7 * 86_400_000, "zh") == "7 天"
    assert listed(["a", "b"], "zh") == "a、b"


@pytest.mark.parametrize(
    ("limit", "words"), [(0, "не принимаю файлов"), (1, "1 файла,"), (4, "4 файлов,"), (21, "21 файла,")]
)
def test_russian_counts_in_its_own_plurals(limit: int, words: str) -> None:
    """One, few and many take their own forms."""
    say = Say("error-too_many_files", {"limit": limit, "given": 30})
    assert words in Texts().say("ru", say, str)


@pytest.mark.parametrize("lang", ["zh", "ru"])
def test_a_card_is_a_whole_sentence(lang: str) -> None:
    """A title stands in a card's sentence without a stray space or mark."""
    ready = Say("card-ready", {"video": VideoName(3, "日落"), "seconds": 5, "who": Say("seen-private")})
    text = Texts().say(lang, ready, lambda value: shown_as_text(value, "UTC", lang))
    assert (
        text
        == {
            "zh": "**“日落”（#3），5 秒** 做好了。其他成员都无法打开它。",
            "ru": "**«日落» (#3), 5 с**: готово. Никто из других участников не может его открыть.",
        }[lang]
    )
