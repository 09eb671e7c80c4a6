"""A form's questions as they are asked one by one: what was answered, which one is open, and its buttons."""

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from enum import Enum
from typing import Self

from bots.chat.reply import Button, Buttons, Choice, Form, FormField, Part, Reply, Style, Text
from bots.telegram_bot.words import Words
from bots.texts.say import Say

ASK = "ask:"
"""How the callback_data of a button below a question begins."""

_KEPT_SHOWN = 24
"""How much of a value a button shows, in characters."""


class Verb(Enum):
    """What a button below a question does; the number of a choice follows."""

    KEEP = "k"
    EMPTY = "e"
    CHOICE = "c"
    BACK = "b"
    CANCEL = "x"
    GO_ON = "g"


@dataclass(frozen=True)
class Question:
    """One field of a form in the reader's language. `value` is what it is now; `choices` are (value, label).

    One that takes `files` is answered by sending them.
    """

    name: str
    label: str
    longest: int
    value: str = ""
    required: bool = True
    choices: tuple[tuple[str, str], ...] = ()
    files: int = 0


@dataclass(frozen=True)
class Questionnaire:
    """A form on its way. `ended_by` is the words that answered the last question: heard again, they end it again.

    While it is put `aside`, plain words are no answers to it.
    """

    id: str
    press: str
    title: str
    questions: tuple[Question, ...]
    answers: tuple[str, ...] = ()
    aside: bool = False
    ended_by: str = ""

    @classmethod
    def of(cls, form: Form, id_: str, words: Words) -> Self:
        """Begin a form. `id_` is short and its own, so that buttons of an earlier one are known as such."""
        return cls(id_, form.press, words.label(form.title), tuple(_question(one, words) for one in form.fields))

    @classmethod
    def read(cls, notes: str) -> Self:
        """Read what `written` wrote."""
        kept = json.loads(notes)
        questions = tuple(
            Question(**{**one, "choices": tuple((value, label) for value, label in one["choices"])})
            for one in kept.pop("questions")
        )
        return cls(**{**kept, "questions": questions, "answers": tuple(kept["answers"])})

    def written(self) -> str:
        """Write it down, to be sealed."""
        return json.dumps(asdict(self))

    @property
    def at(self) -> int:
        """The number of the open question, from 0; that of all questions when it is complete."""
        return len(self.answers)

    @property
    def is_complete(self) -> bool:
        """Whether every question has its answer."""
        return self.at == len(self.questions)

    @property
    def typed(self) -> Mapping[str, str]:
        """What was answered, by field, as the form's press takes it."""
        return {one.name: answer for one, answer in zip(self.questions, self.answers, strict=False)}

    def answered(self, text: str) -> "Questionnaire | Say":
        """Take words as the answer to the open question, or say why they are none."""
        question, answer = self.questions[self.at], unicodedata.normalize("NFC", text).strip()
        if question.files:
            return Say("telegram-ask-files")
        if question.choices:
            folded = answer.casefold()
            found = [value for value, label in question.choices if folded in {value.casefold(), label.casefold()}]
            return self.given(found[0]) if found else Say("telegram-ask-choose")
        if len(answer) > question.longest:
            return Say("telegram-ask-too-long", {"limit": question.longest, "given": len(answer)})
        if not _is_whole(answer):
            return Say("error-words_malformed")
        if question.required and not answer:
            return Say("telegram-ask-needed")
        return self.given(answer)

    def given(self, answer: str) -> "Questionnaire":
        """Take an answer that fits."""
        return replace(self, answers=(*self.answers, answer), aside=False)

    def back(self) -> "Questionnaire":
        """Open the question before; what was answered to it is what it is now."""
        if not self.answers:
            return self
        before = replace(self.questions[self.at - 1], value=self.answers[-1])
        questions = (*self.questions[: self.at - 1], before, *self.questions[self.at :])
        return replace(self, questions=questions, answers=self.answers[:-1], aside=False)

    def reopened(self) -> "Questionnaire":
        """Ask everything once more; what was answered is what it is now."""
        answered = zip(self.questions, self.answers, strict=True)
        questions = tuple(replace(question, value=answer) for question, answer in answered)
        return replace(self, questions=questions, answers=(), ended_by="")

    def pressed(self, verb: Verb, number: int) -> "Questionnaire":
        """Do what a button of the open question says; what doesn't fit it changes nothing."""
        question, now = self.questions[self.at], replace(self, aside=False)
        if verb is Verb.BACK:
            return now.back()
        if verb is Verb.KEEP and question.value:
            return now.given(question.value)
        if verb is Verb.EMPTY and not question.required:
            return now.given("")
        if verb is Verb.CHOICE and number < len(question.choices):
            return now.given(question.choices[number][0])
        return now

    def asked(self, refused: Say | None = None) -> Reply:
        """Ask the open question; `refused` says why words weren't taken as its answer."""
        question = self.questions[self.at]
        head = [Text(plain=f"**{self.title}**")]
        if len(self.questions) > 1:
            head.append(Text(Say("telegram-ask-step", {"number": self.at + 1, "count": len(self.questions)})))
        asked = Choice(Say("telegram-ask-given", {"value": question.label}), tuple(self._choices(question)))
        parts: list[Part] = [*([Text(refused)] if refused else []), *head, asked]
        if question.files and refused is None:
            parts.append(Text(Say("telegram-ask-files")))
        if question.value and not question.choices:
            parts.append(Text(Say("telegram-ask-now", {"value": question.value})))
        return Reply((*parts, *self._rows(question)), card=f"{ASK}{self.id}")

    def waiting(self) -> Reply:
        """Say that it was put aside, and how to go on."""
        row = (
            self._button("telegram-ask-go-on", Verb.GO_ON, Style.MAIN),
            self._button("telegram-ask-forget", Verb.CANCEL),
        )
        return Reply((Text(plain=f"**{self.title}**"), Text(Say("telegram-ask-aside")), Buttons(row)))

    def _choices(self, question: Question) -> list[Button]:
        return [
            Button(
                Say("telegram-ask-given", {"value": label}),
                "",
                self._data(Verb.CHOICE, number),
                Style.MAIN if value == question.value else Style.QUIET,
            )
            for number, (value, label) in enumerate(question.choices)
        ]

    def _rows(self, question: Question) -> list[Buttons]:
        if question.choices:
            answers = []
        else:
            kept = {"value": question.value[:_KEPT_SHOWN] + ("…" if len(question.value) > _KEPT_SHOWN else "")}
            answers = [
                *([self._button("telegram-ask-keep", Verb.KEEP, Style.MAIN, kept)] if question.value else []),
                *([] if question.required else [self._button("telegram-ask-empty", Verb.EMPTY)]),
            ]
        ways = [
            *([self._button("button-back", Verb.BACK)] if self.answers else []),
            self._button("button-cancel", Verb.CANCEL),
        ]
        return [Buttons(tuple(row)) for row in (answers, ways) if row]

    def _button(
        self, key: str, verb: Verb, style: Style = Style.QUIET, values: Mapping[str, str] | None = None
    ) -> Button:
        return Button(Say(key, values or {}), "", self._data(verb), style)

    def _data(self, verb: Verb, number: int = 0) -> str:
        return f"{ASK}{self.id}:{self.at}:{verb.value}{number}"


def _is_whole(words: str) -> bool:
    """Say whether words hold no half of a character (a lone UTF-16 surrogate)."""
    return words == words.encode(errors="ignore").decode()


def _question(one: FormField, words: Words) -> Question:
    choices = tuple((value, words.label(label)) for value, label in one.choices)
    return Question(one.name, words.label(one.label), one.longest, one.value, one.required, choices, one.files)
