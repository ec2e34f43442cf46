/** The rater's desk: one invitation, its people, their drafts and sendings, on this device. Screens watch it. */
import type { SurveyAnswers } from "../../surveys/definition.ts";
import type { TicketScope } from "../../surveys/ticket-info.ts";
import type { KeptDevice } from "../ui/device/open-device.ts";
import { type DraftContent, readDraft } from "../ui/survey/draft-content.ts";
import type { DeskParts } from "./desk-parts.ts";
import type { DeskState, PersonState, SavedState } from "./desk-state.ts";
import { leavePlaces } from "./leave-places.ts";
import type { PersonAsked } from "./open-invitation.ts";
import { hashPersonalCode } from "./personal-code.ts";
import { keepDraft, uploadDraft } from "./protocol/draft.ts";
import { forgetSeed } from "./protocol/forget.ts";
import { hasAnswers, noteArrival, openAnswers } from "./protocol/kept-answers.ts";
import { findPlace, takePlace } from "./protocol/place.ts";
import { deviceKey, openRater, type Rater } from "./protocol/rater.ts";
import { resumeCodeOf } from "./protocol/seed.ts";
import { queueSend, type SendResult, wasSent } from "./protocol/send.ts";
import { RetryTimer } from "./retry-timer.ts";
import { type DeskSend, resumeFromDesk, sendFromDesk } from "./send-from-desk.ts";
import { type CodeResult, takeUpCode } from "./take-up-code.ts";

/** locked: a draft lies here that cannot be opened now; nothing may be begun over it. */
export type OpenedDraft =
  | { readonly state: "none" | "arrived" }
  | { readonly state: "open"; readonly draft: DraftContent }
  | { readonly state: "locked"; readonly detail: string | undefined };

/** After so long without typing, the copy on the server is brought up to date. */
const COPY_AFTER_MS = 8_000;

export class Desk {
  readonly parts: DeskParts;
  #rater: Rater;
  #state: DeskState;
  #works = 0;
  #leaving: Promise<void> = Promise.resolve();
  #copyTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #watchers = new Set<() => void>();
  readonly #retry = new RetryTimer(() => this.#resumeAll());

  private constructor(parts: DeskParts, rater: Rater, keeping: DeskState["keeping"]) {
    this.parts = parts;
    this.#rater = rater;
    const nothing = {
      people: [],
      saved: "nothing-yet",
      elsewhere: false,
      behind: false,
      busy: false,
    } as const;
    this.#state = { ...nothing, keeping, online: navigator.onLine };
    addEventListener("online", () => {
      this.#change({ online: true });
      void this.resume();
    });
    addEventListener("offline", () => this.#change({ online: false }));
  }

  static async open(parts: DeskParts, { device, keeping }: KeptDevice): Promise<Desk> {
    const { server, manifest, invitation } = parts;
    const durable = keeping !== "nowhere";
    const { secret } = invitation.link;
    const rater = await openRater({ server, device, durable, manifest, secret });
    const desk = new Desk(parts, rater, keeping);
    await desk.#look();
    return desk;
  }

  get state(): DeskState {
    return this.#state;
  }

  watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  person(subject: string): PersonState | undefined {
    return this.#state.people.find(({ person }) => person.subject === subject);
  }

  /** The name of the lock that keeps a second tab away from this person's form. */
  async lockName(person: PersonAsked): Promise<string> {
    return deviceKey(this.#rater, "draft", this.#scope(person));
  }

  /** Opens what was kept; notes it if the server tells by the missing half that it has arrived. */
  async draftOf(person: PersonAsked): Promise<OpenedDraft> {
    const kept = await openAnswers(this.#rater, "draft", this.#scope(person));
    if (kept.state === "locked") {
      if (kept.why.outcome === "gone") {
        await this.#arrived(person);
        return { state: "arrived" };
      }
      const detail = kept.why.outcome === "refused" ? kept.why.refusal.detail : undefined;
      return { state: "locked", detail };
    }
    const draft = kept.state === "open" ? readDraft(kept.value) : undefined;
    return draft === undefined ? { state: "none" } : { state: "open", draft };
  }

  async #arrived(person: PersonAsked): Promise<void> {
    await noteArrival(this.#rater, this.#scope(person));
    this.#move(person, "sent");
    void this.#leave();
  }

  /** A form was opened: its place on the server is taken, so that what is typed can be kept on this device. */
  async begin(person: PersonAsked): Promise<void> {
    const scope = this.#scope(person);
    if (!this.#rater.durable) return;
    if ((await takePlace(this.#rater, scope)).outcome !== "found") return;
    const kept = await openAnswers(this.#rater, "draft", scope);
    const typed = kept.state === "open" ? readDraft(kept.value) : undefined;
    if (typed !== undefined && this.#state.saved === "in-memory") await this.save(person, typed);
  }

  setSaved(saved: SavedState): void {
    this.#change({ saved });
  }

  /** Keeps a draft; says in the state whether it is safe. */
  async save(person: PersonAsked, draft: DraftContent): Promise<void> {
    try {
      const kept = await keepDraft(this.#rater, this.#scope(person), draft);
      const inMemory = kept === "in-memory" && this.#rater.durable;
      this.#change({ saved: kept === "too-long" ? kept : inMemory ? "in-memory" : "saved", behind: true });
      if (inMemory) this.#retry.later();
    } catch {
      this.#change({ saved: "not-saved" });
      return;
    }
    if (this.person(person.subject)?.progress === "not-started") this.#move(person, "draft");
    clearTimeout(this.#copyTimer);
    if (this.#state.elsewhere) this.#copyTimer = setTimeout(() => void this.copyElsewhere(), COPY_AFTER_MS);
  }

  /**
   * Sends. On a shared computer a copy is put on the server first: should the tab be lost between ticket and answers,
   * the resume code goes on from it.
   */
  async send(person: PersonAsked, answers: SurveyAnswers, withoutCopy = false): Promise<DeskSend> {
    const sender = { rater: this.#rater, parts: this.parts };
    const result = await this.#busily(() => sendFromDesk(sender, this.#scope(person), answers, withoutCopy));
    if (result.outcome !== "no-copy") this.#note(person, result);
    void this.#leave();
    return result;
  }

  async #busily<Done>(work: () => Promise<Done>): Promise<Done> {
    this.#works += 1;
    this.#change({ busy: true });
    try {
      return await work();
    } finally {
      this.#works -= 1;
      this.#change({ busy: this.#works > 0 });
    }
  }

  /** What this device keeps of sent answers is made unreadable; once all is sent, its seed goes as well. */
  #leave(): Promise<void> {
    this.#leaving = this.#leaving.then(() => this.#busily(() => this.#leaveNow()));
    return this.#leaving;
  }

  async #leaveNow(): Promise<void> {
    const { people } = this.#state;
    const sent = people.filter(({ progress }) => progress === "sent");
    const scopes = sent.map(({ person }) => this.#scope(person));
    if (scopes.length === 0) return;
    if (!(await leavePlaces(this.#rater, scopes))) this.#retry.later();
    if (this.parts.invitation.identity === "anonymous" && sent.length === people.length)
      this.#rater = await forgetSeed(this.#rater, scopes);
  }

  /** Goes on with everything that waits on this device, and tries again later if it still waits. */
  resume(): Promise<void> {
    return this.#retry.now();
  }

  async #resumeAll(): Promise<void> {
    for (const { person, progress } of this.#state.people) {
      if (progress === "waiting") {
        const sender = { rater: this.#rater, parts: this.parts };
        const result = await this.#busily(() => resumeFromDesk(sender, this.#scope(person)));
        if (result !== undefined) this.#note(person, result);
      }
      if (progress === "draft") await this.#secure(person);
    }
    await this.#leave();
  }

  /** A draft in memory is put on the device; of one on the device it is asked whether it has arrived meanwhile. */
  async #secure(person: PersonAsked): Promise<void> {
    if (!this.#rater.durable) return;
    if (this.#state.saved === "in-memory") return this.begin(person);
    const place = await findPlace(this.#rater, this.#scope(person));
    if (place.outcome === "gone") await this.draftOf(person);
  }

  resumeCode(): Promise<readonly string[]> {
    return resumeCodeOf(this.#rater.seed);
  }

  /** Puts encrypted copies of all drafts on the server. @returns undefined, or why it could not be done */
  async copyElsewhere(): Promise<string | undefined> {
    clearTimeout(this.#copyTimer);
    for (const { person, progress } of this.#state.people) {
      const kept = progress === "draft" ? await this.draftOf(person) : undefined;
      if (kept?.state !== "open") continue;
      const answer = await uploadDraft(this.#rater, this.#scope(person), kept.draft);
      if (answer.outcome === "refused") return answer.refusal.detail;
      if (answer.outcome === "gone") await this.#arrived(person);
      else if (answer.outcome !== "done") return answer.outcome;
    }
    this.#change({ elsewhere: true, behind: false });
    return undefined;
  }

  /** Takes up the work of another device; what was on its way there goes on from here. */
  async enterCode(text: string): Promise<CodeResult> {
    const scopes = this.#state.people.map(({ person }) => this.#scope(person));
    const taken = await takeUpCode(this.#rater, scopes, text);
    if (!taken.ok) return taken.result;
    this.#rater = taken.rater;
    const onTheirWay = taken.drafts.filter(({ draft }) => draft.sending === true);
    if (this.parts.invitation.identity === "anonymous") {
      const { definition, manifest } = this.parts;
      for (const { scope, draft } of onTheirWay)
        await queueSend(this.#rater, scope, await hashPersonalCode(draft.answers, definition, manifest));
    }
    await this.#look();
    this.#change({ elsewhere: true });
    void this.resume();
    return { outcome: "found", drafts: taken.drafts.length, sending: onTheirWay.length };
  }

  #scope(person: PersonAsked): TicketScope {
    return { wave: this.parts.manifest.wave, subject: person.subject, group: person.group };
  }

  /** Reads from the device how far each person is; what was sent from elsewhere it cannot know. */
  async #look(): Promise<void> {
    const people: PersonState[] = [];
    for (const person of this.parts.invitation.people) {
      people.push({ person, progress: await this.#progressOf(this.#scope(person)) });
    }
    this.#change({ people, saved: "nothing-yet" });
  }

  async #progressOf(scope: TicketScope): Promise<PersonState["progress"]> {
    if (await wasSent(this.#rater, scope)) return "sent";
    for (const thing of ["send", "named-send"] as const)
      if (await hasAnswers(this.#rater, thing, scope)) return "waiting";
    return (await hasAnswers(this.#rater, "draft", scope)) ? "draft" : "not-started";
  }

  #note(person: PersonAsked, result: SendResult): void {
    if (result.outcome === "recorded" || result.outcome === "recorded-before") this.#move(person, "sent");
    else if (result.outcome === "waiting") this.#move(person, "waiting");
    else this.#move(person, "draft");
    if (result.outcome === "recorded") this.#change({ saved: "nothing-yet" });
  }

  #move(moved: PersonAsked, progress: PersonState["progress"]): void {
    const people = this.#state.people.map((state) =>
      state.person.subject === moved.subject ? { ...state, progress } : state,
    );
    this.#change({ people });
    if (people.some((state) => state.progress === "waiting")) this.#retry.later();
    else this.#retry.rest();
  }

  #change(changes: Partial<DeskState>): void {
    this.#state = { ...this.#state, ...changes };
    for (const watcher of this.#watchers) watcher();
  }
}
