/** A small survey file of each sort, free of problems, for tests that break or answer it. */

type Json = Record<string, unknown>;

const AGREEMENT = {
  points: 5,
  labels: ["Never", "Rarely", "Sometimes", "Often", "Always"].map((en) => ({ en })),
  ordered: true,
  notObserved: { en: "Not observed" },
};

const PLAIN = { points: 4, labels: ["1", "2", "3", "4"].map((en) => ({ en })), ordered: true };

/** A 360 with a matrix of two rows, a comment, and a question that another shows. */
export function small360(): Json {
  return structuredClone({
    $schema: "../survey.schema.json",
    soundings: {
      format: 1,
      id: "small-360",
      version: "1.0.0",
      kind: "360",
      identity: "anonymous",
      languages: ["en"],
      minutes: 2,
      groups: [
        { code: "self", label: { en: "Self" }, attributed: true, wording: "self" },
        { code: "peer", label: { en: "Peers" }, attributed: false, wording: "other" },
      ],
      scales: { frequency: AGREEMENT },
      dimensions: [{ code: "listening", label: { en: "Listening" }, minimumAnswered: 1 }],
      items: {
        listening: { selfWording: { en: "How often do you do this?" } },
        "listening.lets-finish": {
          scale: "frequency",
          dimension: "listening",
          selfWording: { en: "I let people finish" },
        },
        "listening.interrupts": {
          scale: "frequency",
          dimension: "listening",
          reverseKeyed: true,
          selfWording: { en: "I interrupt" },
        },
      },
      pipes: ["subject"],
    },
    title: "Feedback for {subject}",
    pages: [
      {
        name: "listening-page",
        title: "Listening",
        elements: [
          {
            type: "matrix",
            name: "listening",
            title: "How does {subject} listen?",
            columns: [
              ...AGREEMENT.labels.map((label, place) => ({ value: place + 1, text: label.en })),
              { value: "not-observed", text: "Not observed" },
            ],
            rows: [
              { value: "lets-finish", text: "Lets people finish" },
              { value: "interrupts", text: "Interrupts" },
            ],
          },
        ],
      },
      {
        name: "words-page",
        elements: [
          {
            type: "radiogroup",
            name: "more",
            title: "Do you want to say more?",
            choices: [
              { value: "yes", text: "Yes" },
              { value: "no", text: "No" },
            ],
          },
          { type: "comment", name: "keep-doing", title: "What should stay?", visibleIf: "{more} = 'yes'" },
        ],
      },
    ],
  });
}

/** An identified form whose one page holds the given elements; "level" and "strength" are on scales. */
export function formWith(elements: readonly Json[], items: Json = {}): Json {
  return structuredClone({
    soundings: {
      format: 1,
      id: "small-form",
      version: "1.0.0",
      kind: "form",
      identity: "identified",
      languages: ["en"],
      minutes: 1,
      groups: [],
      scales: { frequency: AGREEMENT, plain: PLAIN },
      dimensions: [],
      items,
      pipes: [],
    },
    title: "A form",
    pages: [{ name: "only-page", elements }],
  });
}

/** Choices with the given values, their texts being the values. */
export function choices(...values: readonly (string | number)[]): readonly Json[] {
  return values.map((value) => ({ value, text: `Text ${value}` }));
}

/** The value at a JSON pointer, to be changed in place. */
export function at(file: Json, pointer: string): Json {
  return pointer
    .split("/")
    .slice(1)
    .reduce<Json>((node, step) => childOf(node, step), file);
}

/** Guarantee: tests name only places that hold an object or an array. */
function childOf(node: Json, step: string): Json {
  return node[step] as Json;
}
