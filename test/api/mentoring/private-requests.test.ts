/** What a mentee or mentor asked for in private changes nothing that the other side, a mail or a log can show. */
import { afterEach, describe, expect, test } from "vitest";
import { confirmRun } from "../../../api/mentoring/board/confirm-run.ts";
import { decidePair } from "../../../api/mentoring/board/decide-pair.ts";
import { runMatch } from "../../../api/mentoring/board/run-match.ts";
import { readMentoringFigures } from "../../../api/mentoring/figures/read-figures.ts";
import { answerProposal } from "../../../api/mentoring/personal/answer-proposal.ts";
import { openMine } from "../../../api/mentoring/personal/open-mine.ts";
import { type MentoringWorld, OFFER, openMentoringWorld, REQUEST } from "../../support/mentoring-world.ts";

type Answers = Readonly<Record<string, unknown>>;

const worlds: MentoringWorld[] = [];
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.cleanUp();
});

/** Links, ids, hashes and times differ between any two worlds; nothing else may. */
function withoutIds(world: MentoringWorld, text: string): string {
  let plain = text.replaceAll(world.round.id, "ROUND").replaceAll(/#[\w.-]{32,}/g, "#SECRET");
  plain = plain.replaceAll(/"manifest":"[\w-]{22}"/g, '"manifest":"MARK"');
  plain = plain.replaceAll(world.round.requestWave, "REQUESTS").replaceAll(world.round.offerWave, "OFFERS");
  for (const ref of ["E1", "E2", "N1", "N2"]) plain = plain.replaceAll(world.id(ref), ref);
  return plain.replaceAll(/"(id|run|relationship|pair|inputsHash|programme)":"[^"]*"/g, '"$1":"ID"');
}

interface Seen {
  readonly asked: string;
  readonly mentor: string;
  readonly mentee: string;
  readonly mails: string;
  readonly log: string;
  readonly figures: string;
}

/** E1 with N1, from the question to the yes, with these private answers. */
async function live(request: Answers, offer: Answers): Promise<Seen> {
  const world = await openMentoringWorld();
  worlds.push(world);
  const { context, coordinator, round } = world;
  await world.send("E1", round.requestWave, { ...REQUEST, ...request });
  await world.send("N1", round.offerWave, { ...OFFER, ...offer });
  await world.send("N2", round.offerWave, OFFER);
  const pair = { mentee: world.id("E1"), mentor: world.id("N1") };
  await decidePair(context, coordinator, { round: round.id, kind: "lock", ...pair });
  const run = await runMatch(context, coordinator, { round: round.id });
  await confirmRun(context, coordinator, { round: round.id, run: run.id });
  const mine = async (ref: string) => {
    const link = { round: round.id, secret: await world.secret(ref, "m") };
    return { link, seen: await openMine(context, link) };
  };
  const asked = await mine("N1");
  await answerProposal(context, {
    ...asked.link,
    relationship: asked.seen.asMentor[0]?.id ?? "",
    accept: true,
  });
  const { mails, events } = await context.people.read(async (db) => ({
    mails: await db.select().from(db.tables.outbox),
    events: await db.select().from(db.tables.auditEvents),
  }));
  const plain = (value: unknown) => withoutIds(world, JSON.stringify(value));
  return {
    asked: plain(asked.seen),
    mentor: plain((await mine("N1")).seen),
    mentee: plain((await mine("E1")).seen),
    mails: mails
      .map(({ toAddress, subject, text }) => plain([toAddress, subject, text]))
      .sort()
      .join("\n"),
    log: events.map(({ action, details }) => plain([action, details])).join("\n"),
    figures: plain(
      await readMentoringFigures(context, coordinator, { programme: world.programme }),
    ).replaceAll(/"countedAt":"[^"]*"/g, ""),
  };
}

const PRIVATE_REQUESTS: readonly Answers[] = [
  { "not-these-people": "Nia Mentor2\nTom Top" },
  { "not-these-people": "Nia Mentor1" },
  { "not-these-areas": "Finance 1", language: "welsh" },
  { mode: "in-person", seniority: "two-steps-or-more", distance: "same-field" },
  { access: "A quiet room", "anything-else": "I was bullied once", "shared-experience": ["disability"] },
  { path: "Long", "what-did-not-help": "My last mentor", "how-often": "fortnightly", days: ["monday"] },
];

describe("a private request", () => {
  test.each(PRIVATE_REQUESTS)(
    "of the mentee (%j) is in nothing that the mentor, a mail or the log shows",
    async (more) => {
      const [plain, changed] = [await live({}, {}), await live(more, {})];
      expect(changed.asked).toBe(plain.asked);
      expect(changed.mentor).toBe(plain.mentor);
      expect(changed.mails).toBe(plain.mails);
      expect(changed.log).toBe(plain.log);
      expect(changed.figures).toBe(plain.figures);
    },
  );

  test.each([
    { "not-these-people": "Eve Mentee2" },
    { "not-these-people": "Eve Mentee1" },
    { mode: "remote" },
  ])("of the mentor (%j) is in nothing that the mentee, a mail or the log shows", async (more) => {
    const [plain, changed] = [await live({}, {}), await live({}, more)];
    expect(changed.mentee).toBe(plain.mentee);
    expect(changed.mails).toBe(plain.mails);
    expect(changed.log).toBe(plain.log);
    expect(changed.figures).toBe(plain.figures);
  });

  test("would be noticed here: what the mentor may see does change the mentor's page", async () => {
    const [plain, changed] = [await live({}, {}), await live({ goal: "To lead without fear." }, {})];
    expect(changed.asked).not.toBe(plain.asked);
    expect(changed.mails).toBe(plain.mails);
  });
});
