"""/policy: our own papers as they apply to these settings, and the facts that we hold of other people's."""

from dataclasses import dataclass

from aiohttp import web

from bots.texts.lookup import Texts
from bots.texts.say import Say
from bots.web.languages import language_of
from bots.web.pages import page
from knowledge.clauses import OURS, RenderedClause, documents, render_paper, versions
from knowledge.clauses import clauses as all_clauses
from knowledge.facts import PolicyFacts
from knowledge.languages import LANGUAGES, spoken
from knowledge.wording import words_in


@dataclass(frozen=True)
class Papers:
    """The pages of the papers, in the reader's language."""

    policy: PolicyFacts
    texts: Texts

    def routes(self) -> list[web.RouteDef]:
        """Give their addresses. A clause is the fragment: /policy/hushreel-privacy#2.1."""
        return [
            web.get("/policy", self.front),
            web.get("/policy/history", self.history),
            web.get("/policy/{document}", self.paper),
        ]

    async def front(self, request: web.Request) -> web.StreamResponse:
        """Lead to our privacy policy."""
        asked = f"?{request.query_string}" if request.query_string else ""
        raise web.HTTPFound(f"/policy/{OURS[0]}{asked}")

    async def history(self, request: web.Request) -> web.StreamResponse:
        """List every version of our papers."""
        language = spoken(language_of(request))
        words = words_in(language)
        response = page(
            "history.html",
            language=language,
            name=self._said(language, Say("page-history")),
            papers=[(one, words.say(f"document-{one}"), versions(one)) for one in OURS],
        )
        response.headers["Vary"] = "Accept-Language"
        return response

    async def paper(self, request: web.Request) -> web.StreamResponse:
        """Show one paper, clause by clause, with the other papers and the other languages to choose from."""
        document, language = request.match_info["document"], spoken(language_of(request))
        if document not in documents():
            raise web.HTTPNotFound
        words = words_in(language)
        known = versions(document)
        asked = request.query.get("version")
        if asked is not None and asked not in map(str, known):
            raise web.HTTPNotFound
        clauses = render_paper(document, self.policy, language, None if asked is None else int(asked))
        response = page(
            "paper.html",
            language=language,
            name=clauses[0].paper,
            document=document,
            documents={one: words.say(f"document-{one}") for one in documents()},
            languages={one: self._said(one, Say(f"language-{one}")) for one in LANGUAGES},
            versions=known,
            words={name: self._said(language, Say(f"page-{name}")) for name in ("papers", "languages", "versions")},
            takedown=self._said(language, Say("takedown-title")) if self.policy.links else "",
            clauses=[(one, self._number(one, language), self._note(one, language)) for one in clauses],
        )
        response.headers["Vary"] = "Accept-Language"
        return response

    def _number(self, clause: RenderedClause, language: str) -> str:
        """Give a clause's number, or say that its paper has none there."""
        return (
            clause.section if all_clauses()[clause.id].numbered else self._said(language, Say("page-clause-unnumbered"))
        )

    def _note(self, clause: RenderedClause, language: str) -> str:
        """Say of a clause which version it is, where and when it was read, and how many tests hold it."""
        words = words_in(language)
        certainty, version = words.certainty(clause.certainty, clause.copied), words.version(clause.version)
        notes = [Say("page-clause-version", {"version": version})]
        if clause.date and clause.date != clause.version:
            notes = [Say("page-clause-dated", {"version": version, "date": clause.date})]
        if clause.source:
            notes.append(Say("page-clause-source", {"certainty": certainty, "source": clause.source}))
            notes.append(Say("page-clause-noted", {"date": clause.read_on}))
        if clause.proofs:
            notes.append(Say("page-clause-proofs", {"count": len(clause.proofs)}))
        return " · ".join(self._said(language, one) for one in notes)

    def _said(self, language: str, say: Say) -> str:
        return self.texts.say(language, say, str)
