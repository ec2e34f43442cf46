/** A coordinator makes four answers out of three people: by a second ticket for somebody who has sent already. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { foldAnswers } from "../../analysis/fold-answers.ts";
import { reportAll } from "../../analysis/report360/build-report.ts";
import type { SecondTickets } from "../../analysis/report360/report-plan.ts";
import { seededRandom as seededFractions } from "../../api/demo/invent-answers.ts";
import { addRole } from "../../api/roster/store.ts";
import { closeOpenWave, releaseReports } from "../../api/waves/close-and-release.ts";
import { reissueTicket } from "../../api/waves/reissue-ticket.ts";
import { assignmentsOfWave } from "../../api/waves/store.ts";
import { answersOf, definition360 } from "../support/definition-360.ts";
import { openAndAnswer } from "../support/open-and-answer.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { draftWave } from "../support/staff-world.ts";
import { openWholeApp, type WholeApp } from "../support/whole-app.ts";

let whole: WholeApp;
beforeEach(async () => {
  whole = await openWholeApp();
});
afterEach(() => whole.world.cleanUp());

/** What of four peers' answers is shown where one of the four may have come from somebody who answered twice. */
function shownOfPeers(secondTickets: readonly SecondTickets[]): boolean {
  const definition = definition360();
  const peers = [3, 4, 4, 2].map((value) => ({
    subject: "ann",
    group: "peer",
    answers: answersOf({ c1: value }),
  }));
  const dataset = foldAnswers({
    definition,
    subjects: ["ann"],
    groups: definition.soundings.groups.map(({ code }) => code),
    responses: peers,
    random: seededRandom(1),
  });
  const policy = {
    minimumGroupSize: 4,
    minimumComments: 5,
    smallGroups: "merge",
    retention: { rule: "until-release" },
  } as const;
  const invited = [{ subject: "ann", group: "peer", invited: 4 }];
  const [report] = reportAll({ definition, dataset, policy, invited, secondTickets });
  const cells = report?.dimensions.flatMap(({ items }) => items.map(({ blocks }) => blocks["peer"])) ?? [];
  return cells.some((cell) => cell?.shown === true);
}

test("figures of three people are shown as of four by an engine that counts answers, and not by ours", () => {
  expect(shownOfPeers([])).toBe(true);
  expect(shownOfPeers([{ subject: "ann", group: "peer", count: 1 }])).toBe(false);
  expect(shownOfPeers([{ subject: "ann", group: "manager", count: 1 }])).toBe(true);
  expect(shownOfPeers([{ subject: "bob", group: "peer", count: 1 }])).toBe(true);
});

/** Everybody answers; the report about M2, who has five peers. */
async function reportAfter(reissued: number) {
  const { world, request, cookieOf } = whole;
  const { context, coordinator } = world;
  const wave = await draftWave(world, `with ${reissued} second tickets`);
  await openAndAnswer(world, wave, seededFractions(3));
  const assignments = await context.people.read((db) => assignmentsOfWave(db, wave));
  const { personId: manager } = await world.staff("M2");
  const own = assignments.find(({ raterPersonId, group }) => group === "self" && raterPersonId === manager);
  const peers = assignments.filter(
    ({ group, subjectCode }) => group === "peer" && subjectCode === own?.subjectCode,
  );
  for (const { raterPersonId, subjectCode } of peers.slice(0, reissued))
    await reissueTicket(context, coordinator, { wave, rater: raterPersonId, subject: subjectCode });
  await closeOpenWave(context, coordinator, { wave });
  await releaseReports(context, coordinator, { wave });
  const { personId } = await world.staff("C2");
  await context.people.write((tx) => addRole(tx, personId, "coach"));
  const subject = own?.subjectCode ?? "";
  const answer = await request(`/api/waves/${wave}/reports/${subject}`, { cookie: await cookieOf("C2") });
  return answer.json();
}

test("in the product it hides the group from the coach, who is told how many second tickets there were", async () => {
  const received = (report: { responses: { group: string; received: { shown: boolean } }[] }) =>
    report.responses.find(({ group }) => group === "peer")?.received.shown;
  const before = await reportAfter(0);
  expect(before.reissues).toEqual([]);
  expect(before.report.policy.minimumGroupSize).toBe(4);
  expect(received(before.report)).toBe(true);
  const after = await reportAfter(2);
  expect(after.reissues).toEqual([{ group: "peer", reissues: 2 }]);
  expect(after.report.policy.minimumGroupSize).toBe(6);
  expect(received(after.report)).toBe(false);
});
