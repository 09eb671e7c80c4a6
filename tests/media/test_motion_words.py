"""What built-in motion says of a prompt before it makes anything: what it can draw, and honestly what it can't."""

import pytest

from core.generators.motion.camera import Move
from core.generators.motion.lexicon import LEADING, SCENES
from core.generators.motion.words import CANNOT_MOST, read, understand

PROMPTS = [
    ("a calm sea at sunset", "sea", ()),
    ("A stormy ocean at night, slow zoom in", "sea", ()),
    ("misty pine forest at dawn", "forest", ()),
    ("snowy mountains under a starry sky", "mountains", ()),
    ("city skyline at night in the rain", "city", ()),
    ("flying through a purple nebula", "space", ()),
    ("rain on a window", "rain", ()),
    ("golden dunes of the Sahara, pan right", "desert", ()),
    ("snow falling softly", "snow", ()),
    ("sunset clouds", "sky", ()),
    ("crackling campfire", "fire", ()),
    ("under the sea, rays of light", "underwater", ()),
    ("northern lights over a frozen lake", "aurora", ()),
    ("a meadow swaying in the wind", "field", ()),
    ("abstract blue silk", "abstract", ()),
    ("a quiet lake with mountains", "lake", ()),
    ("a dancing cat", None, ("dancing cat",)),
    ("Elon Musk on a beach", "sea", ("Elon Musk",)),
    ("a red car driving through a forest", "forest", ("car driving",)),
    ("a dog and a bird", None, ("dog", "bird")),
    ("the words HELLO WORLD over the sea", "sea", ("words HELLO WORLD",)),
    ("Tokyo skyline with a rainbow", "city", ("Tokyo", "rainbow")),
    ("calm water of a lake, mountains on the horizon", "lake", ()),
    ("a forest in soft colours", "forest", ()),
    ("a forest by the sea", "sea", ("forest",)),
    ("pine trees before mountains", "mountains", ()),
    ("autumn leaves", None, ("autumn leaves",)),
    ("the sea without people", "sea", ()),
    ("an empty beach, no boats", "sea", ()),
    ("ein Hund am Strand", None, ("ein Hund am Strand",)),
    ("dragon, unicorn, wizard, robot, pirate, knight", None, ("dragon unicorn wizard robot pirate knight",)),
    ("", None, ()),
]


@pytest.mark.parametrize(("prompt", "scene", "cannot"), PROMPTS, ids=[prompt or "nothing" for prompt, _, _ in PROMPTS])
def test_words_that_are_drawn_and_words_that_are_not(prompt: str, scene: str | None, cannot: tuple[str, ...]) -> None:
    """A scene is found; what isn't understood is named in the person's own words; without a scene it's no."""
    check = understand(prompt, has_picture=False)
    assert check.cannot == cannot
    assert check.can[0] == (scene or "abstract")
    assert check.possible is (scene is not None)


def test_without_a_scene_all_scenes_are_offered() -> None:
    """When nothing can be drawn, an abstract scene is offered first and then every scene there is."""
    check = understand("a dancing cat", has_picture=False)
    assert check.can[0] == "abstract"
    assert sorted(check.can) == sorted(SCENES) == sorted(LEADING)


@pytest.mark.parametrize(
    ("prompt", "cannot"),
    [
        ("", ()),
        ("slow zoom in", ()),
        ("my dog at the beach", ()),
        ("make him dance", ("dance",)),
        ("she smiles and waves", ("smiles", "waves")),
        ("add a hat", ("hat",)),
        ("turn it into a cartoon", ("cartoon",)),
        ("zoom out slowly, make it a video", ()),
    ],
    ids=["nothing", "camera", "description", "dance", "verbs", "add", "turn", "video"],
)
def test_with_a_picture_only_the_camera_moves(prompt: str, cannot: tuple[str, ...]) -> None:
    """A picture can always be moved over; what its subject would have to do is named as not possible."""
    check = understand(prompt, has_picture=True)
    assert check.possible
    assert check.cannot == cannot


def test_words_that_ask_for_nothing_in_particular_get_an_abstract_scene() -> None:
    """A prompt such as "something beautiful" names nothing that can't be drawn: it is made, as an abstract scene."""
    check = understand("a short, beautiful and calm video", has_picture=False)
    assert (check.possible, check.cannot, check.can[0]) == (True, (), "abstract")


def test_no_more_than_a_few_things_are_named() -> None:
    """A long list of what can't be drawn is cut."""
    prompt = "a cat, the dog, a horse, the cow, a pig, the hen"
    assert len(understand(prompt, has_picture=False).cannot) == CANNOT_MOST


@pytest.mark.parametrize(
    ("prompt", "move", "pace"),
    [
        ("the sea, zoom in", Move.PUSH_IN, "normal"),
        ("slowly pull back from the sea", Move.PULL_OUT, "slow"),
        ("fast pan to the left", Move.PAN_LEFT, "fast"),
        ("pan", Move.PAN_RIGHT, "normal"),
        ("tilt up", Move.TILT_UP, "normal"),
        ("look down", Move.TILT_DOWN, "normal"),
        ("orbit around it", Move.ORBIT, "normal"),
        ("static shot", Move.STILL, "normal"),
        ("the sea", None, "normal"),
    ],
)
def test_camera_words(prompt: str, move: Move | None, pace: str) -> None:
    """The camera does what the words say; without words the seed chooses."""
    story = read(prompt)
    assert (story.move, story.pace) == (move, pace)


def test_moods_and_weather() -> None:
    """Hour, weather, energy and colour are read beside the scene."""
    story = read("stormy sea at night with rain, teal")
    assert (story.scene, story.hour, story.energy, story.tint) == ("sea", "night", "wild", "teal")
    assert "rain" in story.weather
    assert read("foggy mountains at dawn").hour == "dawn"
    assert read("mountains in the fog").weather == {"mist"}
