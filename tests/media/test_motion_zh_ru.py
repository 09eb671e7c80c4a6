"""Prompts in Chinese, which has no spaces, and in Russian, which inflects, are drawn as their English counterparts."""

import pytest

from core.generators.motion.camera import Move
from core.generators.motion.words import read, understand

DRAWN = [
    ("日落时平静的大海", "sea", "sunset", "calm"),
    ("做一个平静的海上日落短视频，慢镜头", "sea", "sunset", "calm"),
    ("夜晚暴风雨中的大海", "sea", "night", "wild"),
    ("清晨薄雾中的松树林", "forest", "dawn", None),
    ("星空下的雪山", "mountains", "night", None),
    ("雨夜的城市天际线", "city", "night", None),
    ("撒哈拉沙漠的金色沙丘", "desert", None, None),
    ("下雨天的窗外", "rain", None, None),
    ("海底世界，光束穿过水面", "underwater", None, None),
    ("北极光映照在冰冻的湖面上", "aurora", None, None),
    ("没有人的海边", "sea", None, None),
    ("4K 高清 森林 早晨", "forest", "day", None),
    ("спокойное море на закате", "sea", "sunset", "calm"),
    ("Сделай мне видео с морем и закатом", "sea", "sunset", None),
    ("бурный океан ночью", "sea", "night", "wild"),
    ("туманный сосновый лес на рассвете", "forest", "dawn", None),
    ("заснеженные горы под звёздным небом", "mountains", "night", None),
    ("заснеженные горы под звездным небом", "mountains", "night", None),
    ("ночной город под дождём", "city", "night", None),
    ("золотые дюны Сахары", "desert", None, None),
    ("дождь на окне", "rain", None, None),
    ("под водой, лучи света", "underwater", None, None),
    ("северное сияние над замёрзшим озером", "aurora", None, None),
    ("море без людей", "sea", None, None),
    ("пустынный пляж", "sea", None, None),
]


@pytest.mark.parametrize(("prompt", "scene", "hour", "energy"), DRAWN, ids=[one[0] for one in DRAWN])
def test_a_prompt_is_understood_whole(prompt: str, scene: str, hour: str | None, energy: str | None) -> None:
    """Scene, hour and energy are found in every inflection and in an unspaced run, and nothing is called unknown."""
    story = read(prompt)
    assert (story.scene, story.hour, story.energy, story.unknown) == (scene, hour, energy, ())


@pytest.mark.parametrize(
    ("prompt", "scene", "cannot"),
    [
        ("一只跳舞的猫", None, ("跳舞", "猫")),
        ("红色的汽车穿过森林", "forest", ("汽车",)),
        ("一列火车", None, ("火车",)),
        ("山羊", None, ("山羊",)),
        ("海豚", None, ("海豚",)),
        ("танцующая кошка", None, ("танцующая кошка",)),
        ("Илон Маск на пляже", "sea", ("Илон Маск",)),
        ("белка в лесу", "forest", ("белка",)),
        ("вечеринка на пляже", "sea", ("вечеринка",)),
        ("голубь", None, ("голубь",)),
        ("морковь", None, ("морковь",)),
        ("теплоход на реке", "lake", ("теплоход",)),
    ],
)
def test_a_word_inside_another_is_not_heard(prompt: str, scene: str | None, cannot: tuple[str, ...]) -> None:
    """火车 is no fire, a squirrel isn't white and a party is no evening: what can't be drawn is named."""
    check = understand(prompt, has_picture=False)
    assert check.cannot == cannot
    assert check.can[0] == (scene or "abstract")


@pytest.mark.parametrize(
    ("prompt", "move", "pace"),
    [
        ("镜头慢慢拉近", Move.PUSH_IN, "slow"),
        ("向左平移，快速", Move.PAN_LEFT, "fast"),
        ("固定镜头", Move.STILL, "normal"),
        ("медленно приблизить", Move.PUSH_IN, "slow"),
        ("быстрая панорама влево", Move.PAN_LEFT, "fast"),
        ("неподвижная камера", Move.STILL, "normal"),
    ],
)
def test_camera_words_in_chinese_and_russian(prompt: str, move: Move, pace: str) -> None:
    """The camera does what the words say."""
    story = read(prompt)
    assert (story.move, story.pace) == (move, pace)


@pytest.mark.parametrize(
    ("prompt", "cannot"),
    [
        ("让他跳舞", ("跳舞",)),
        ("她微笑着挥手", ("微笑", "挥手")),
        ("加一顶帽子", ("帽子",)),
        ("变成卡通", ("卡通",)),
        ("我的狗在沙滩上", ()),
        ("сделай так, чтобы он танцевал", ("танцевал",)),
        ("она улыбается и машет", ("улыбается", "машет")),
        ("добавь шляпу", ("шляпу",)),
        ("преврати в мультик", ("мультик",)),
        ("моя собака на пляже", ()),
    ],
)
def test_what_a_picture_would_have_to_do_is_named(prompt: str, cannot: tuple[str, ...]) -> None:
    """With a picture only the camera moves, whatever the language."""
    assert understand(prompt, has_picture=True).cannot == cannot
