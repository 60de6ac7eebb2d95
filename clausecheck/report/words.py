"""Every label and sentence of the reports, in one place.

They inform and do not advise: they say what a document states and where, never whether that is good for anybody. What
each word means is in the rubric (sections 1 to 3 and 7). Sentences with {names} are filled by the outline.
"""

from __future__ import annotations

from clausecheck.model.words import (
    Actor,
    BaselineKind,
    DocumentKind,
    EvidenceKind,
    ExceptionKind,
    QualifierKind,
    Strength,
    Tag,
    Verdict,
    Width,
)

FOOTER = (
    "This report informs; it is not legal advice. Passages were classified by software; check the source text."
)

VERDICTS: dict[Verdict, str] = {
    "conflict": "Conflict", "unresolved": "Unresolved", "weaker": "Weaker than required", "not_found": "Not found",
    "above_ask": "Stricter than asked", "covered": "Covered", "not_applicable": "Not applicable",
}
SYMBOLS: dict[Verdict, str] = {
    "conflict": "✕", "unresolved": "?", "weaker": "▽", "not_found": "○", "above_ask": "△", "covered": "✓",
    "not_applicable": "–",
}
COLOURS: dict[Verdict, str] = {
    "conflict": "8C1D18", "unresolved": "5B4A7A", "weaker": "7A5200", "not_found": "475569", "above_ask": "1F4E79",
    "covered": "1E6B3A", "not_applicable": "5F6368",
}
VERDICT_MEANINGS: dict[Verdict, str] = {
    "conflict": "The words point to the opposite side, or lie at or below the playbook's walk-away.",
    "unresolved": "The reading depends on a document, definition or page that was not supplied or not readable.",
    "weaker": "The words are on the wanted side, between the playbook's fallback and what it requires.",
    "not_found": "Nothing was found in the text searched, and the playbook wants something.",
    "above_ask": "The words are stricter than the playbook wants.",
    "covered": "The words meet the playbook's required position.",
    "not_applicable": "The playbook takes no stand.",
}

STRENGTHS: dict[Strength, str] = {
    "absolute": "absolute", "defined_scope": "within a defined scope", "intent_qualified": "depends on intent",
    "law_conditioned": "conditioned on outside law", "policy_conditioned": "conditioned on a policy of one side",
    "best_efforts": "efforts only", "aspirational": "no operative duty", "overridden": "overridden",
    "permitted": "expressly permitted", "silent": "nothing found",
}
STRENGTH_MEANINGS: dict[Strength, str] = {
    "absolute": "Binding, without condition, exception or mental element.",
    "defined_scope": "Binding, limited only by definitions, closed lists, thresholds or consent.",
    "intent_qualified": "Binding only where a state of mind or a purpose is shown.",
    "law_conditioned": "Binding only so far as law outside the contract already forbids or requires it.",
    "policy_conditioned": "Depends on a policy, approval or judgment that one side can change or give alone.",
    "best_efforts": "Only effort or advice is owed.",
    "aspirational": "A recital, heading, principle or statement without a duty.",
    "overridden": "A restriction exists, and another term of equal or higher rank cancels it for that use.",
    "permitted": "The same conduct is expressly allowed.",
    "silent": "Nothing was found in the text searched.",
}
QUALIFIERS: dict[QualifierKind, str] = {
    "closed_scope": "limited to a defined scope", "mental_element": "needs a state of mind or purpose",
    "external_law": "conditioned on outside law", "one_sided_policy": "one side can change or decide",
    "weak_modal": "weak verb", "not_operative": "not an operative term", "cancelled": "set aside by another term",
    "permitted_elsewhere": "allowed by another term",
}
EXCEPTIONS: dict[ExceptionKind, str] = {
    "closed": "closed list", "open": "open-ended", "consent": "consent", "human_review": "human review",
    "discretionary": "at someone's discretion", "compulsion": "compelled by law or order",
    "whole_of_law": "whatever law permits", "exception_to_exception": "exception to an exception",
}
WIDTHS: dict[Width, str] = {
    "full": "no narrowing words found", "narrower_actor": "narrower: only some actors",
    "narrower_object": "narrower: only some people or things", "narrower_method": "narrower: only some methods",
    "narrower_place": "narrower: only some places", "narrower_scale": "narrower: only some scales",
}
ACTORS: dict[Actor, str] = {
    "customer": "the customer", "vendor": "the vendor", "both": "both sides", "third_party": "a third party",
    "system": "the system (no person is named)", "unstated": "not stated",
}
TAGS: dict[Tag, str] = {
    "frozen": "frozen at a date", "ambiguous_preface": "preface with two readings",
    "undefined_term": "undefined capitalised term", "unresolved_document": "depends on a document not supplied",
    "narrative_not_in_text": "told in narrative, not in the operative text", "no_remedy_found": "no remedy found",
    "remedy_conflict": "remedies in conflict", "unverifiable_by_vendor": "vendor has no way to observe it",
    "vendor_only_duty": "binds the vendor only", "exception_open": "open-ended exception",
    "exception_whole_of_law": "exception as wide as the law", "exception_discretionary": "exception at discretion",
    "exception_compulsion": "exception under compulsion", "draft_or_superseded": "draft or superseded text",
    "conflict_unranked": "opposing terms of equal rank", "needs_human": "for counsel to decide",
}
EVIDENCE_KINDS: dict[EvidenceKind, str] = {
    "explicit": "express words", "implied": "implied", "by_reference": "by reference", "clue": "a clue only",
}
DOCUMENT_KINDS: dict[DocumentKind, str] = {
    "contract": "contract", "policy": "policy", "licence": "licence", "template": "template",
    "amendment": "amendment", "annex": "annex", "other": "other document",
}
SIGNED: dict[str, str] = {
    "signed": "signed", "draft": "draft", "unknown": "no signature found either way",
}
BASELINES: dict[BaselineKind, str] = {
    "broad_grant": "Broad grant", "negative_space": "What is not forbidden is allowed",
    "closed_licence": "Closed licence", "none": "No grant found",
}
SILENCE_UNDER: dict[BaselineKind, str] = {
    "broad_grant": "Every purpose that is not unlawful is licensed. Silence is read as permitted by the grant.",
    "negative_space": "Whatever is not forbidden is allowed, in so many words. Silence is read as permitted.",
    "closed_licence": "Only the stated purposes are licensed, the rest is reserved. Silence is read as not licensed.",
    "none": "No grant was found. Silence is read with the contract to which these documents belong.",
}
SILENCE_WANTED: dict[str, str] = {
    "gap": "Silence is a gap to this reader.", "fine": "Silence is acceptable to this reader.",
    "wanted": "Silence is what this reader wants.",
}
RANKINGS: dict[str, str] = {
    "notwithstanding": "Notwithstanding", "subject_to": "Subject to", "precedence": "Order of precedence",
    "replaces": "Amendment", "not_binding": "Not binding",
}
FAMILIES: dict[str, str] = {
    "grant": "Use grants", "use": "Red lines", "safeguard": "Technical safeguards", "durability": "Durability",
    "enforcement": "Enforcement", "chain": "Supply chain", "data": "Data", "duty": "Duties",
}

#: Titles of the parts of the gap report, in their order.
PARTS = (
    "Documents and playbook", "Baseline", "Summary", "Findings", "Not found", "Interplay", "Durability and remedy",
    "Incorporated and missing documents", "Questions for the other side", "Against the previous version", "Limits",
)

#: Questions that a qualifier gives rise to; {place} and {words} are filled in.
QUALIFIER_QUESTIONS: dict[QualifierKind, str] = {
    "one_sided_policy": "{place}: which version of the text meant by “{words}” applies, who can change it, and how "
                        "would the other side learn of a change?",
    "external_law": "{place}: “{words}” ties the clause to law outside the contract. Which law is meant, and as of "
                    "which date?",
    "mental_element": "{place}: who would show the state of mind in “{words}”, and what applies where it is not shown?",
    "weak_modal": "{place}: is “{words}” meant to bind, and whom?",
    "not_operative": "{place}: is there an operative term behind “{words}”?",
    "cancelled": "{place}: is it intended that “{words}” sets the clause aside, and for which uses?",
    "permitted_elsewhere": "{place}: is it intended that “{words}” expressly allows the conduct?",
    "closed_scope": "{place}: which uses fall outside “{words}”?",
}
QUESTION_MISSING = "Can {what} be supplied? It is missing from the documents read: {why}."
QUESTION_UNDEFINED = "{place}: what does the undefined capitalised term in this passage mean ({title})?"
QUESTION_UNRANKED = "{place}: which of the opposing terms on “{title}” is meant to prevail?"
QUESTION_NOT_FOUND = "Nothing was found on the following in {searched}. Does any document address them? {titles}."

LABELS = {
    "report": "Gap report", "comparison": "Side by side", "contract": "Contract", "vendor": "Vendor",
    "customer": "Customer", "not_named": "not named in the text", "status": "Status", "playbook": "Playbook",
    "library": "Clause library", "library_stamp": "version {version} of {date}", "searched": "Searched",
    "documents": "Documents read", "document": "Document", "kind": "Kind", "date": "Date", "pages": "Pages",
    "no_pages": "without pages", "hash": "SHA-256", "undated": "undated", "skipped": "Not read: page {pages}",
    "warnings": "Notes on reading", "missing": "Named and not supplied, or not readable", "what": "What",
    "why": "Why", "all_supplied": "Nothing that the documents name was found to be missing.",
    "clause": "Reference clause", "verdict": "Verdict", "position": "Pole and strength", "pole": "Pole",
    "strength": "Strength", "width": "Width", "bound": "Who is bound", "qualifiers": "Qualifiers",
    "exceptions": "Exceptions", "tags": "Tags", "terms": "Defined terms used", "other_reading": "Other reading",
    "other_readings": "Other passages read", "governs": "governs", "stands": "also found, does not govern",
    "required": "Playbook requires", "fallback": "Fallback",
    "walk_away": "Walk-away", "facts": "Why this verdict", "words": "Words", "place": "Place",
    "no_qualifiers": "none found", "no_pole": "no direction",
    "two_readings": "Two readings are shown; the first is the weaker.",
    "rejected": "Passages that came near and were rejected",
    "reference_wording": "Reference wording, as an example ({position})",
    "difference": "Difference, word by word: [− −] struck through, only in this wording; {+ +} underlined, only in the "
                  "contract.",
    "difference_cut": "The passage has {words} words; the difference is shown for the first {shown}.",
    "decision": "Decision", "agree": "☐ Agree", "change": "☐ Change", "note": "Note", "name": "Name",
    "signed_on": "Date", "baseline": "Baseline", "precedence": "Order of precedence", "use_policy": "Use policy",
    "no_precedence": "No precedence clause was found.", "none": "None.", "reaches": "What it touches",
    "not_found_intro": "Nothing was found in {searched} on the reference clauses below. The search used the "
                       "vocabulary of the clause library, {stamp}.",
    "not_found_read": "How silence is read here: {sentence}",
    "silent_fine": "Nothing found, and nothing missed by this playbook",
    "no_interplay": "No notwithstanding, subject-to, precedence or amendment clause was found.",
    "displaced": "Passages set aside by another term", "displaced_by": "Set aside by",
    "no_durability": "Nothing was found on durability or enforcement in {searched}.",
    "supplied": "supplied", "no_policies": "No policy, annex or amendment was supplied beside the main document.",
    "questions_intro": "Drawn from the findings; for counsel to choose from.",
    "no_questions": "The findings gave rise to no question.",
    "no_previous": "No earlier version was given, so nothing is compared here.",
    "no_stand": "Found, and the playbook takes no stand",
    "no_stand_silent": "Not found, and the playbook takes no stand",
    "meanings": "Words used in this report", "meaning": "Meaning", "word": "Word", "reads": "Paper",
    "page": "Page", "of": "of",
    "cut": "… [cut here: a cell holds no more; the JSON report has the whole text]",
    "passages": "Passages", "nothing_found": "nothing found", "unread": "Not supplied or not readable: {count}",
    "pages_not_read": "Pages not read: {count}",
    "not_supplied": "named, not supplied", "none_named": "none supplied", "sections": "Parts",
    "limits_search": "Not found means not found in {searched}. Strengths are words that sort; they are not added up.",
    "page_skipped": "Pages that were not read are listed under “{part}” and were not searched.",
}
