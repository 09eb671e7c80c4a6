"""/policy: our own papers as they apply to these settings, and the facts that we hold of other people's."""

from dataclasses import dataclass

from aiohttp import web

from bots.web.pages import page
from knowledge.clauses import OURS, documents, render_paper
from knowledge.facts import PolicyFacts


@dataclass(frozen=True)
class Papers:
    """The pages of the papers."""

    policy: PolicyFacts

    def routes(self) -> list[web.RouteDef]:
        """Give their addresses. A clause is the fragment: /policy/hushreel-privacy#2.1."""
        return [web.get("/policy", self.front), web.get("/policy/{document}", self.paper)]

    async def front(self, _: web.Request) -> web.StreamResponse:
        """Lead to our privacy policy."""
        raise web.HTTPFound(f"/policy/{OURS[0]}")

    async def paper(self, request: web.Request) -> web.StreamResponse:
        """Show one paper, clause by clause."""
        document = request.match_info["document"]
        if document not in documents():
            raise web.HTTPNotFound
        clauses = render_paper(document, self.policy)
        return page("paper.html", name=clauses[0].paper, document=document, documents=documents(), clauses=clauses)
