"""Prompts in other languages than English are drawn as their English counterparts are."""

import pytest

from core.generators.motion.camera import Move
from core.generators.motion.words import read, understand

DRAWN = [
    ("un mar tranquilo al atardecer", "sea", "sunset", "calm"),
    ("um mar calmo ao pôr do sol", "sea", "sunset", "calm"),
    ("Una ciudad de noche bajo la lluvia", "city", "night", None),
    ("uma cidade à noite na chuva", "city", "night", None),
    ("MONTAÑAS NEVADAS AL AMANECER", "mountains", "dawn", None),
    ("montanhas nevadas ao amanhecer", "mountains", "dawn", None),
    ("un bosque sin personas", "forest", None, None),
    ("uma floresta sem pessoas", "forest", None, None),
    ("el fondo del mar con burbujas", "underwater", None, None),
    ("o fundo do mar com bolhas", "underwater", None, None),
    ("auroras boreales sobre un lago", "aurora", None, None),
    ("aurora boreal sobre um lago", "aurora", None, None),
    ("una hoguera de noche", "fire", "night", None),
    ("uma fogueira à noite", "fire", "night", None),
    ("un mar bravo en plena tormenta", "sea", "storm", "wild"),
    ("um mar revolto numa tempestade", "sea", "storm", "wild"),
    ("hay dunas doradas en el desierto", "desert", None, None),
    ("há dunas douradas no deserto", "desert", None, None),
]


@pytest.mark.parametrize(("prompt", "scene", "hour", "energy"), DRAWN, ids=[one[0] for one in DRAWN])
def test_a_prompt_is_understood_in_its_language(prompt: str, scene: str, hour: str | None, energy: str | None) -> None:
    """Scene, hour and energy are found, whatever the accents and the case."""
    story = read(prompt)
    assert (story.scene, story.hour, story.energy) == (scene, hour, energy)


@pytest.mark.parametrize(
    ("prompt", "cannot"),
    [
        ("un gato bailando en la playa", ("gato bailando",)),
        ("um cachorro na praia", ("cachorro",)),
        ("Elon Musk en el mar", ("Elon Musk",)),
        ("un mar con un dragón y un barco", ("dragón", "barco")),
        ("my son in hay on a beach", ("son", "hay")),
        ("a van by the sea", ("van",)),
    ],
)
def test_what_cannot_be_drawn_is_told_in_the_persons_own_words(prompt: str, cannot: tuple[str, ...]) -> None:
    """No word of one language hides a thing that is asked for in another."""
    check = understand(prompt, has_picture=False)
    assert check.cannot == cannot
    assert check.can[0] == "sea"


@pytest.mark.parametrize(
    ("prompt", "move", "pace"),
    [
        ("acércate despacio", Move.PUSH_IN, "slow"),
        ("aproxime devagar", Move.PUSH_IN, "slow"),
        ("paneo a la izquierda, rápido", Move.PAN_LEFT, "fast"),
        ("panorâmica à esquerda, rápido", Move.PAN_LEFT, "fast"),
        ("cámara fija", Move.STILL, "normal"),
        ("câmera parada", Move.STILL, "normal"),
    ],
)
def test_the_camera_is_moved_in_every_language(prompt: str, move: Move, pace: str) -> None:
    """The camera does what the words say."""
    story = read(prompt)
    assert (story.move, story.pace) == (move, pace)


@pytest.mark.parametrize(
    ("prompt", "cannot"),
    [
        ("haz que baile", ("baile",)),
        ("faça ele dançar", ("dançar",)),
        ("mi perro en la playa", ()),
        ("meu cachorro na praia", ()),
        ("ponle un sombrero", ("sombrero",)),
    ],
)
def test_what_a_picture_would_have_to_do_is_told(prompt: str, cannot: tuple[str, ...]) -> None:
    """With a picture the camera moves, and what its subject should do is named."""
    assert understand(prompt, has_picture=True).cannot == cannot
