/** Where each number comes from that an answer of the server holds outside a released cell, by route and place. */

/**
 * By place, as test/support/number-paths.ts writes it: why the number tells nothing of what anybody answered. A place
 * that ends in ".**" stands for all below it. A place that ends in ".*" is one whose shape the route does not declare:
 * there every number must lie in a released cell, or at a place that is named as well.
 */
export type PublicNumbers = Readonly<Record<string, string>>;

const RULE = "a rule that everybody was told before answering";
const LISTED = "the length of a list of people or settings that staff made";
const INVITED = "how many were invited, which staff decided";
const FORM = "a fact of the form, the same for everybody";
const SENT = "how many have sent, of groups of at least the minimum size only";
const SCALE = "points and wording of the scale, a fact of the form";
const CELLS = "figures in released cells";
const DERIVED = "worked out from released cells alone: the walk destroys all else before it begins";
const LOG = "what staff did, in ids, counts and settings; checked by itself below";
const CHAIN = "place in the audit log of what staff did";
const MAIL = "what the mail server answered, and how often it was tried";
const BROKEN = "boxes that held no answers: not from our page, and in no figure";
const REISSUED = "second tickets by group, which readers must know";
const RANK = "order of figures in released cells, worked out from what they display";
const TITLE = "a number in a name or text that staff or the form gave";

const NOTHING: PublicNumbers = {};
const DEFINITION: PublicNumbers = {
  minutes: FORM,
  items: FORM,
  "defaultPolicy.**": RULE,
  'title"': TITLE,
  'description"': TITLE,
};

const below = (path: string, numbers: PublicNumbers): PublicNumbers =>
  Object.fromEntries(Object.entries(numbers).map(([place, why]) => [`${path}.${place}`, why]));

export const PUBLIC_NUMBERS: Readonly<Record<string, PublicNumbers>> = {
  "GET /health": NOTHING,
  "POST /api/invitations/open": NOTHING,
  "POST /api/tickets": NOTHING,
  "POST /api/responses": NOTHING,
  "PUT /api/drafts": NOTHING,
  "POST /api/drafts/read": NOTHING,
  "POST /api/drafts/delete": NOTHING,
  "POST /api/answers": NOTHING,
  "POST /api/sign-in/request": NOTHING,
  "POST /api/sign-in/redeem": NOTHING,
  "POST /api/sign-in/first": NOTHING,
  "POST /api/sign-out": NOTHING,
  "GET /api/me": NOTHING,
  "GET /api/programmes": NOTHING,
  "POST /api/programmes": NOTHING,
  "GET /api/people": { total: LISTED, 'people[].name"': TITLE },
  "POST /api/people/import": { unchanged: LISTED },
  "POST /api/people/{person}/roles": NOTHING,
  "GET /api/definitions": below("definitions[]", DEFINITION),
  "GET /api/definitions/{definition}": { ...below("summary", DEFINITION), 'canonical"': FORM },
  "POST /api/definitions": NOTHING,
  "GET /api/programmes/{programme}/waves": { "waves[].policy.**": RULE },
  "POST /api/programmes/{programme}/waves": NOTHING,
  "GET /api/waves/{wave}": {
    "policy.**": RULE,
    minutes: FORM,
    'definitionTitle"': TITLE,
    raters: INVITED,
    invitations: INVITED,
    "progress[].invited": INVITED,
    "progress[].sent": SENT,
    "work.done": "percent of work that is under way",
    "work.total": "percent of work that is under way",
    invalidBoxes: BROKEN,
  },
  "POST /api/waves/{wave}": NOTHING,
  "POST /api/waves/{wave}/line-up": { added: LISTED, removed: LISTED, kept: LISTED },
  "POST /api/waves/{wave}/open": { invited: INVITED },
  "POST /api/waves/{wave}/remind": {
    sent: "mails that left: how many have something to send",
    spared: "mails that did not leave: how many have something to send",
  },
  "POST /api/waves/{wave}/reissue": NOTHING,
  "POST /api/waves/{wave}/close": NOTHING,
  "POST /api/waves/{wave}/release": NOTHING,
  "GET /api/coach/subjects": NOTHING,
  "GET /api/waves/{wave}/reports/{subject}": {
    invalidBoxes: BROKEN,
    "reissues[].reissues": REISSUED,
    "report.*": CELLS,
    "report.format": "the version of the report's shape",
    'report.survey.title.{}"': TITLE,
    "report.policy.**": RULE,
    "report.scales.**": SCALE,
    "report.blocks.{}.invited": INVITED,
    "report.blocks[].invited": INVITED,
    "report.responses[].invited": INVITED,
    "report.highest[].rank": RANK,
    "report.lowest[].rank": RANK,
    'report.gaps.source"': "the rule's own thresholds",
    'report.gaps.rule"': "the rule's own thresholds",
  },
  "GET /api/evaluator/waves": {
    "waves[].invited": INVITED,
    "waves[].answered.*": CELLS,
    "waves[].releases": "how often staff released the wave",
  },
  "GET /api/waves/{wave}/tables": {
    release: "which release",
    "releases[].number": "which release",
    "policy.**": RULE,
    "tables.*": CELLS,
    "linked.*": CELLS,
    "tables.format": "the version of the tables' shape",
    "tables.minimum": RULE,
    "tables.invited": INVITED,
    "tables.cuts[].categories[].headcount": "how many people there are, from the organisation's own lists",
    'tables.items[].points[]"': SCALE,
    'tables.items[].label"': TITLE,
    'tables.index.label"': TITLE,
    "tables.scales[].lowest": SCALE,
    "tables.scales[].highest": SCALE,
    "tables.index.lowest": SCALE,
    "tables.index.highest": SCALE,
  },
  "POST /api/waves/{wave}/tables": { release: "which release" },
  "GET /api/waves/{wave}/explanation": {
    release: "which release",
    minimum: RULE,
    'rules[].text"': RULE,
    "cells.**": "how many of the released cells are shown or suppressed, which everybody who reads them can count",
  },
  "GET /api/waves/{wave}/forecast": {
    response: "what was asked for",
    minimum: RULE,
    invited: INVITED,
    "cuts[].categories[].headcount": "how many people there are, from the organisation's own lists",
    "cuts[].categories[].expected": "worked out from headcounts, before anybody answers",
    "cuts[].categories[].probability": "worked out from headcounts, before anybody answers",
  },
  "GET /api/waves/{wave}/headcounts": {
    "headcounts[].headcount": "how many people there are, from the organisation's own lists",
  },
  "POST /api/waves/{wave}/headcounts/preview": {
    "headcounts[].headcount": "how many people there are, from the organisation's own lists",
    "matches[].unmatched": LISTED,
  },
  "POST /api/waves/{wave}/headcounts/apply": {
    "headcounts[].headcount": "how many people there are, from the organisation's own lists",
    "matches[].unmatched": LISTED,
  },
  "GET /api/waves/{wave}/letters": {
    "letters[].qr.size": "the letter's own address, drawn",
    'letters[].qr.path"': "the letter's own address, drawn",
    'letters[].code"': "the letter's own code",
    'letters[].name"': TITLE,
    'letters[].unit"': TITLE,
    'letters[].site"': TITLE,
  },
  "GET /api/comparisons": {
    "comparison.*": DERIVED,
    "comparison.**": DERIVED,
    "rates.**": "events that the organisation counted by itself",
    "linked.*": CELLS,
    "inputs[].release": "which release",
  },
  "GET /api/outbox": { total: LISTED, "mails[].attempts": MAIL, "mails[].lastReply": MAIL },
  "POST /api/outbox/{mail}/read": NOTHING,
  "POST /api/outbox/{mail}/discard": NOTHING,
  "GET /api/audit": {
    total: CHAIN,
    "events[].seq": CHAIN,
    "verdict.events": CHAIN,
    "verdict.brokenAt": CHAIN,
    "events[].details.{}.*": LOG,
    "events[].details.**": LOG,
  },
  "GET /api/waves/:wave/manifest": {
    protocol: "the version of the protocol",
    boxBytes: FORM,
    "policy.**": RULE,
    "groups[].invited": INVITED,
  },
  "GET /api/waves/:wave/form": { "**": FORM },
};

/** Pages: built before anything is asked, or made of form and rules alone; looked at as bytes, not as numbers. */
export const PAGES: ReadonlySet<string> = new Set([
  "GET /r/:wave",
  "GET /assets/*",
  "GET /",
  "GET /sign-in",
  "GET /sign-in/*",
  "GET /staff",
  "GET /staff/*",
  "GET /demo/*",
  "GET /*",
]);
