/** Answers checked a second: our compiled check beside survey-core's own validation, on one form of 41 questions. */
import { Model } from "survey-core";
import { type AnswerCheck, compileCheck } from "../../surveys/compile-check.ts";
import type { SurveyDefinition } from "../../surveys/definition.ts";
import { formFor } from "../../surveys/form.ts";
import { loadDefinition } from "../../surveys/load-definition.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { choices, formWith } from "../support/small-survey.ts";
import { type BenchResult, median } from "./bench-result.ts";

type Json = Record<string, unknown>;

const QUESTIONS = 41;
const PERSONS = 200;
const ROUNDS = 7;

/**
 * Our check against a fresh Model for each person, which is what a server needs to be right, and against one Model that is
 * cleared between persons.
 */
export async function benchAnswerCheck(): Promise<BenchResult[]> {
  const definition = load();
  const people = answersOf(PERSONS);
  const check = compileCheck(definition);
  const form = formFor(definition, { language: "en", pipes: {} });
  const reused = new Model(form);
  const ours: number[] = [];
  const fresh: number[] = [];
  const cleared: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(perSecond(people, (answers) => mustAccept(check, answers)));
    fresh.push(perSecond(people.slice(0, 10), (answers) => validate(new Model(form), answers)));
    cleared.push(perSecond(people.slice(0, 20), (answers) => validate(clear(reused), answers)));
  }
  const note = `one form of ${QUESTIONS} questions, all answered, in one process`;
  const result = (peer: string, times: readonly number[]): BenchResult => ({
    name: "answer check",
    median: median(ours),
    unit: "answers/s",
    peer: { name: peer, median: median(times), ratio: median(ours) / median(times) },
    note,
  });
  return [result("fresh SurveyJS Model", fresh), result("one SurveyJS Model, cleared", cleared)];
}

function perSecond(people: readonly Json[], run: (answers: Json) => void): number {
  const start = performance.now();
  for (const answers of people) run(answers);
  return (people.length * 1000) / (performance.now() - start);
}

function mustAccept(check: AnswerCheck, answers: Json): void {
  if (!check(answers).ok) throw new RangeError("benchAnswerCheck requires answers that are accepted");
}

function clear(model: Model): Model {
  model.clear(true, true);
  return model;
}

function validate(model: Model, answers: Json): void {
  model.data = answers;
  if (!model.validate()) throw new RangeError("benchAnswerCheck requires answers that SurveyJS accepts");
}

function load(): SurveyDefinition {
  const loaded = loadDefinition(JSON.stringify(formOf41()));
  if ("problems" in loaded) throw new RangeError(JSON.stringify(loaded.problems));
  return loaded.definition;
}

/** 30 ratings, 5 choices, 2 lists, 1 yes-or-no, 3 comments of which one is asked under a condition. */
function formOf41(): Json {
  const asked = (type: string, count: number, more: Json) =>
    Array.from({ length: count }, (_, place) => {
      const name = `${type}-${String.fromCharCode(97 + (place % 26))}${place >= 26 ? "z" : ""}`;
      return { type, name, title: `What about ${name}?`, ...more };
    });
  const ratings = asked("rating", 30, { rateMin: 1, rateMax: 4, isRequired: true });
  const elements = [
    ...ratings,
    ...asked("radiogroup", 5, { choices: choices("a", "b", "c", "d") }),
    ...asked("checkbox", 2, { choices: choices("a", "b", "c", "d", "e"), maxSelectedChoices: 3 }),
    ...asked("boolean", 1, {}),
    ...asked("comment", 2, { maxLength: 2000 }),
    { type: "comment", name: "why", title: "Why?", visibleIf: "{rating-a} <= 2", maxLength: 2000 },
  ];
  const items = Object.fromEntries(ratings.map(({ name }) => [name, { scale: "plain" }]));
  return formWith(elements, items);
}

function answersOf(persons: number): Json[] {
  const random = seededRandom(41);
  const form = load();
  return Array.from({ length: persons }, () =>
    Object.fromEntries(
      form.items.flatMap(({ code, kind }): [string, unknown][] => {
        if (code === "why") return [];
        if (kind === "scale") return [[code, 1 + random(4)]];
        if (kind === "choice") return [[code, "abcd"[random(4)]]];
        if (kind === "choices") return [[code, random(2) === 0 ? ["a", "c"] : ["b", "d", "e"]]];
        if (kind === "boolean") return [[code, random(2) === 0]];
        return [[code, "Listens to everybody, and then decides without delay. ".repeat(3)]];
      }),
    ),
  );
}
