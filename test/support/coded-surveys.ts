/** Two released staff surveys of one programme whose answers carry personal codes, as browsers send them. */
import { createHash } from "node:crypto";
import { waveSeal } from "../../api/keys/store.ts";
import { closeOpenWave, releaseReports } from "../../api/waves/close-and-release.ts";
import { openWave } from "../../api/waves/open-wave.ts";
import type { SurveyAnswers, SurveyDefinition } from "../../surveys/definition.ts";
import { elementOfDigest, sealPersonalCode, textOfElement } from "../../surveys/personal-code.ts";
import { issueAll } from "./issue-all.ts";
import { insertResponses } from "./native-seal.ts";
import { FIRST_TIME, type StaffWorld } from "./staff-world.ts";
import { inventStaffAnswers } from "./survey-answers.ts";
import { shipped } from "./survey-tables.ts";
import { draftSurvey } from "./survey-world.ts";

/** The code of one person: the same every time. */
function codeOf(person: number): SurveyAnswers {
  const letter = (of: number): string => String.fromCharCode(97 + (of % 26));
  return {
    "code-mother": letter(person),
    "code-father": letter(person * 7 + 3),
    "code-birthplace": letter(Math.floor(person / 26) * 5 + person),
    "code-birth-day": String(1 + ((person * 11) % 31)),
    "code-older-siblings": String(person % 4),
    "code-first-school": letter(person * 3 + Math.floor(person / 7)),
  };
}

/** Guarantee: every code of these surveys is hashed by the manifest's salt, as the rater's page does it. */
async function hashed(
  answers: SurveyAnswers,
  definition: SurveyDefinition,
  salt: string,
): Promise<SurveyAnswers> {
  return sealPersonalCode(answers, definition, async (question, answer) => {
    const text = textOfElement(salt, question, answer);
    return text === undefined ? undefined : elementOfDigest(createHash("sha256").update(text).digest());
  });
}

interface CodedWave {
  readonly title: string;
  /** Numbers of the persons who answer: from, up to. */
  readonly persons: readonly [number, number];
  readonly shift: number;
}

/** Runs one wave of staff-confidence, cut by area. @returns its id */
export async function codedSurvey(world: StaffWorld, programme: string, wanted: CodedWave): Promise<string> {
  const { context, coordinator } = world;
  const [from, to] = wanted.persons;
  const definition = shipped("staff-confidence");
  const cut = { code: "area", weights: { "area-a": 1, "area-b": 1 } };
  const invented = inventStaffAnswers(definition, {
    count: to - from,
    seed: from + 1,
    shift: wanted.shift,
    cut,
  });
  const wave = await draftSurvey(world, {
    programme,
    instrument: "staff-confidence",
    title: wanted.title,
    cuts: [["area"]],
    invited: 120,
    answers: [],
  });
  await openWave(context, coordinator, { wave });
  const seal = await context.answers.read((db) => waveSeal(db, wave));
  const salt = seal?.manifest.linkingSalt;
  if (seal === undefined || salt === undefined) throw new RangeError("a survey with a code has a salt");
  const responses = [];
  for (const [place, answers] of invented.entries()) {
    const person = from + place;
    // Those in both waves work part time: a cut by this would single out who is linked.
    const pattern = person >= 20 && person < 80 ? "part-time" : "full-time-days";
    const whole = { ...answers, "working-pattern": pattern, ...codeOf(person) };
    responses.push({ subject: "", group: "", answers: await hashed(whole, definition, salt) });
  }
  await issueAll(context, wave);
  await insertResponses(context, seal.manifest, responses);
  await closeOpenWave(context, coordinator, { wave });
  await releaseReports(context, coordinator, { wave });
  return wave;
}

/** Before and after: persons 0 to 79, then 20 to 99, so that sixty are in both. */
export async function twoCodedSurveys(
  world: StaffWorld,
  programme: string,
): Promise<readonly [string, string]> {
  const before = await codedSurvey(world, programme, { title: "=Before", persons: [0, 80], shift: 0 });
  world.setTime(new Date(FIRST_TIME.getTime() + 86_400_000));
  const after = await codedSurvey(world, programme, { title: "After", persons: [20, 100], shift: 1 });
  return [before, after];
}
