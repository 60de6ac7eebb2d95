"""Who the parties are, and by which words the contract calls them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausecheck.model import Party, SourceDocument

_VENDOR = (
    "vendor",
    "contractor",
    "performer",
    "company",
    "supplier",
    "provider",
    "licensor",
    "developer",
    "seller",
    "processor",
    "consultant",
)
_CUSTOMER = (
    "customer",
    "government",
    "department",
    "agency",
    "buyer",
    "licensee",
    "subscriber",
    "authority",
    "ministry",
    "command",
    "component",
    "bureau",
    "purchaser",
    "client",
    "public organisation",
    "directorate",
    "administration",
    "controller",
    "university",
    "council",
    "user",
    "office",
    "commission",
    "service",
    "institute",
    "bank",
    "state",
    "city",
    "county",
)
_COMPANY_WORDS = re.compile(
    r"\b(inc|ltd|limited|llc|plc|pbc|corp|corporation|gmbh|company|labs?|b\.v|s\.a|s\.e|se|sa|bv|nv|ab|oy|spa|kg|ag|technologies|systems|ai|models|cognition)\b",
    re.IGNORECASE,
)
_BODY_WORDS = re.compile(
    r"\b(united states|department|ministry|agency|government|commonwealth|authority|office of|bureau"
    r"|directorate|command|republic|secretary|council|city of|state of|county|commission|university)\b",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"\((?:hereinafter|referred to|in this|together|collectively|each|the|,|\s|as|and|with"
    r"|its affiliates)*[\"“'‘](?P<called>[^\"”'’)]{2,40})[\"”'’](?P<more>[^)]{0,120})\)"
)
_KEPT = frozenset({"PBC", "SE", "LLC", "LLP", "PLC", "AI", "USA", "U.S", "AG", "SA", "BV", "NV", "GMBH", "S.A", "B.V", "II", "III"})
_SMALL = frozenset({"OF", "AND", "THE", "FOR", "DE"})
_QUOTED = re.compile(r"[\"“‘](?:the |The )?([A-Z][\w&. -]{1,38})[\"”’]")
_NAME = re.compile(
    r"((?:(?:The |THE )?[A-Z][\w&.’'-]*(?:,)?\s+(?:(?:of|the|for|and|de"
    r"|&)\s+)*){0,9}[A-Z][\w&.’'-]*(?:,? (?:Inc|Ltd|LLC|PLC|PBC|Corp|L\.P|GmbH)\.?)?)"
)


def find_parties(documents: Sequence[SourceDocument]) -> tuple[Party | None, Party | None]:
    """(vendor, customer) as the first document that names them does; None for one that is not found."""
    vendor: Party | None = None
    customer: Party | None = None
    for document in documents:
        for name, called in _introduced(document.text.text[:9000]):
            side = _side(name, called)
            if side == "vendor" and vendor is None:
                vendor = Party(name=name, called=called)
            elif side == "customer" and customer is None:
                customer = Party(name=name, called=called)
    return vendor, customer


def _introduced(opening: str) -> list[tuple[str, tuple[str, ...]]]:
    """Each (name, words it is called by) that the opening introduces with "(the “…”)"."""
    found = []
    for match in _CALLED.finditer(opening):
        before = opening[max(0, match.start() - 260) : match.start()].rsplit("\n", 1)[-1]
        called = tuple(dict.fromkeys([_bare(match["called"]), *(_bare(word) for word in _QUOTED.findall(match["more"]))]))
        found.append((_as_written_out(_last_name(before)), called))
    return [(name, called) for name, called in found if name]


def _bare(words: str) -> str:
    return re.sub(r"^(the|The)\s+", "", words.strip(" ,.;"))


def _last_name(before: str) -> str:
    """The name that stands last before its short form, at its longest: "Harbour Models, Inc." of "… between X and …"."""
    before = re.sub(r",?\s+represented by\b[^()]*$", "", before)
    segment = re.split(r"\b(?:between|among|by|and between|from|Supplier|Customer|Vendor)\b[:|]?|;|\|", before)[-1]
    segment = re.split(r"\)\s*(?:,|and|AND)?\s*", segment)[-1]
    segment = re.sub(r"^\W*(?:and|AND)\s+", "", segment).lstrip(" ,:|-–—(1234567890.)").rstrip(" ,:|-–—(1234567890)")
    names = [name.strip(" ,") for name in _NAME.findall(segment) if len(name) > 2]
    return next((name for name in names if not re.match(r"^(This|The Agreement|Agreement|Section)\b", name)), "")


def _as_written_out(name: str) -> str:
    """A name set in capitals as it would be written in a sentence: "OSTRAVA INTELLIGENCE SE" is Ostrava Intelligence SE."""
    if not name.isupper():
        return name
    words = [word if word.strip(".,") in _KEPT else word.lower() if word in _SMALL else word.capitalize() for word in name.split()]
    return " ".join([words[0] if words[0].strip(".,") in _KEPT else words[0].capitalize(), *words[1:]])


def _side(name: str, called: Sequence[str]) -> str | None:
    """The side of a party by what it is called, else by its name."""
    for word in called:
        lowered = word.lower()
        if any(lowered == term or lowered.endswith(f" {term}") for term in _VENDOR):
            return "vendor"
        if any(lowered == term or lowered.endswith(f" {term}") for term in _CUSTOMER):
            return "customer"
    if any(
        word.lower() in {"agreement", "services", "service", "terms", "contract", "effective date", "parties", "party"} for word in called
    ):
        return None
    if _BODY_WORDS.search(name):
        return "customer"
    return "vendor" if _COMPANY_WORDS.search(name) else None
