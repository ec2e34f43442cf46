/** The invented forms of the demo's mentoring round: who asks for what, who offers what, by staff number. */

type Form = Readonly<Record<string, unknown>>;

export interface DemoForm {
  readonly ref: string;
  /** Days before the demo was made. */
  readonly daysAgo: number;
  readonly answers: Form;
}

function request(
  ref: string,
  daysAgo: number,
  areas: readonly [string, ...string[]],
  more: Form = {},
): DemoForm {
  const answers = { areas, "first-area": areas[0], mode: "either", consent: ["yes"], ...more };
  return { ref, daysAgo, answers };
}

function offer(ref: string, capacity: string, areas: readonly string[], more: Form = {}): DemoForm {
  return { ref, daysAgo: 55, answers: { capacity, areas, mode: "either", ...more } };
}

/** The first four were matched when the round began; the others wait. */
export const DEMO_REQUESTS: readonly DemoForm[] = [
  request("D010", 57, ["leading-a-team", "difficult-conversations"], {
    role: "Team lead, customer contact",
    goal: "To lead my new team without doing everything myself.",
    "live-issue": "Two people who no longer talk to each other.",
    horizon: "present-role",
  }),
  request("D011", 56, ["career-next-step", "interviews-and-promotion"], { role: "Planner" }),
  request("D012", 56, ["confidence", "presenting"], { role: "Analyst", style: ["encourages"] }),
  request("D013", 55, ["leading-change"], { role: "Project officer" }),
  request("D014", 34, ["leading-a-team", "planning-and-priorities"], {
    role: "Team lead, planning",
    goal: "To plan a week that survives Monday.",
    "not-these-people": "Daniel Whitfield",
  }),
  request("D015", 33, ["presenting", "confidence"], { role: "Adviser", seniority: "one-step" }),
  request("D016", 20, ["budgets-and-resources"], { role: "Finance adviser", distance: "same-field" }),
  request("D017", 18, ["career-next-step"], { role: "Adviser", language: "welsh" }),
  request("D018", 12, ["difficult-conversations", "confidence"], { role: "Officer", mode: "in-person" }),
  request("D019", 9, ["influencing-upwards", "leading-change"], { role: "Adviser", distance: "other-field" }),
  request("D020", 6, ["balance-and-wellbeing", "returning-to-work"], { role: "Adviser" }),
  request("D021", 4, ["new-in-role", "leading-a-team"], { role: "Officer", mode: "in-person" }),
];

export const DEMO_OFFERS: readonly DemoForm[] = [
  offer("D002", "2", ["leading-a-team", "confidence", "difficult-conversations"]),
  offer("D003", "2", ["career-next-step", "interviews-and-promotion", "presenting"]),
  offer("D004", "1", ["leading-change", "influencing-upwards"], { "not-these-people": "Anil Kapoor" }),
  offer("D005", "2", ["leading-a-team", "planning-and-priorities", "new-in-role"]),
  offer("D006", "1", ["confidence", "presenting", "balance-and-wellbeing"], { mode: "remote" }),
  offer("D007", "1", ["budgets-and-resources", "leading-change"]),
  offer("D008", "0", []),
  offer("D009", "1", ["difficult-conversations", "leading-a-team"], { mode: "in-person" }),
];

/** Asked, and has not sent anything yet: one on each side, for whoever looks at the demo. */
export const DEMO_UNSENT = { mentee: "D022", mentor: "D001" } as const;

/** Grades from the lowest to the highest. */
export const DEMO_GRADES = ["Officer", "Adviser", "Manager", "Senior"] as const;
