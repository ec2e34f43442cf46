/** What the personal page asks the server for: by POST, without cookies, the key in the body. */
import { hc } from "hono/client";
import type { ExitReason } from "../../analysis/mentoring/exit-reasons.ts";
import type { AppType } from "../../api/app.ts";
import { answerOf } from "../ui/ask.ts";

const { mentoring } = hc<AppType>("/", {
  headers: { "content-type": "application/json" },
  init: { credentials: "omit" },
}).api;
const { mine } = mentoring;

export interface MineLink {
  readonly round: string;
  readonly secret: string;
}

export async function openMine(link: MineLink) {
  return answerOf(mine.$post({ json: { ...link } }));
}

export type Mine = Awaited<ReturnType<typeof openMine>>;
export type Agreement = NonNullable<Mine["asMentee"][number]["agreement"]>;
export type Standing = NonNullable<Mine["menteeStanding"]>;

export async function chooseMentor(link: MineLink, mentor: string): Promise<void> {
  await answerOf(mine.choose.$post({ json: { ...link, mentor } }));
}

export async function answerProposal(link: MineLink, relationship: string, accept: boolean): Promise<void> {
  await answerOf(mine.answer.$post({ json: { ...link, relationship, accept } }));
}

export async function acceptAgreement(
  link: MineLink,
  relationship: string,
  agreement: Agreement,
): Promise<void> {
  await answerOf(mine.agreement.$post({ json: { ...link, relationship, agreement } }));
}

export interface MeetingNote {
  readonly relationship: string;
  readonly heldOn: string;
  readonly held: boolean;
}

export async function noteMeeting(link: MineLink, note: MeetingNote): Promise<void> {
  await answerOf(mine.meeting.$post({ json: { ...link, ...note } }));
}

export interface PulseAnswer {
  readonly relationship: string;
  readonly pulse: string;
  readonly answers: { readonly going: number; readonly met: string };
}

export async function sendPulse(link: MineLink, { answers, ...pulse }: PulseAnswer): Promise<void> {
  await answerOf(mine.pulse.$post({ json: { ...link, ...pulse, answers: { ...answers } } }));
}

export async function leavePair(
  link: MineLink,
  relationship: string,
  reason: ExitReason | null,
): Promise<void> {
  await answerOf(mine.leave.$post({ json: { ...link, relationship, reason } }));
}

export async function sendReview(
  link: MineLink,
  relationship: string,
  answers: Readonly<Record<string, unknown>>,
): Promise<void> {
  await answerOf(mine.review.$post({ json: { ...link, relationship, answers: { ...answers } } }));
}

export async function answerMove(link: MineLink, relationship: string, agree: boolean): Promise<void> {
  await answerOf(mine.move.$post({ json: { ...link, relationship, agree } }));
}

export async function changeStanding(
  link: MineLink,
  side: "mentee" | "mentor",
  standing: Standing,
): Promise<void> {
  await answerOf(mine.standing.$post({ json: { ...link, side, standing } }));
}

/** The published review form, as the text of its file. */
export async function loadReviewForm(link: MineLink): Promise<string> {
  const { survey, soundings } = await answerOf(mine.form.$post({ json: { ...link, form: "review" } }));
  return JSON.stringify({ ...asObject(survey), soundings });
}

/** Guarantee: the server sends the form it published, an object; anything else becomes an empty form. */
function asObject(value: unknown): object {
  return typeof value === "object" && value !== null ? value : {};
}

export async function loadGuidance() {
  return answerOf(mentoring.guidance.$get());
}
