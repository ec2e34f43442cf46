/** The rater's desk: one invitation, its people, their drafts and sendings, on this device. Screens watch it. */
import type { SurveyAnswers, SurveyDefinition } from "../../surveys/definition.ts";
import type { Manifest } from "../../surveys/manifest.ts";
import type { TicketScope } from "../../surveys/ticket-info.ts";
import { type DraftContent, readDraft } from "../ui/survey/draft-content.ts";
import type { DeskState, PersonState, SavedState } from "./desk-state.ts";
import { isSharedComputer, moveDevice, openDevice } from "./device-storage.ts";
import { isIdentifiedWaiting, resumeIdentified, sendIdentified } from "./identified-send.ts";
import type { Invitation, PersonAsked } from "./open-invitation.ts";
import { hashPersonalCode } from "./personal-code.ts";
import { fetchDraft, keepDraft, keptDraft, uploadDraft } from "./protocol/draft.ts";
import { forgetSeed } from "./protocol/forget.ts";
import { deviceKey, deviceKeys, openRater, type Rater } from "./protocol/rater.ts";
import { resumeCodeOf, seedOfResumeCode } from "./protocol/seed.ts";
import { resumeSends, type SendResult, sendAnswers, wasSent } from "./protocol/send.ts";
import type { Server } from "./protocol/server.ts";
import { RetryTimer } from "./retry-timer.ts";

export interface DeskParts {
  readonly server: Server;
  readonly invitation: Invitation;
  readonly manifest: Manifest;
  readonly definition: SurveyDefinition;
  readonly fingerprint: readonly string[];
}

export type CodeResult =
  | { readonly outcome: "found"; readonly drafts: number }
  | { readonly outcome: "nothing-there" | "offline" | "check-word" }
  | { readonly outcome: "unknown-word"; readonly place: number }
  | { readonly outcome: "wrong-length"; readonly words: number };

export class Desk {
  readonly parts: DeskParts;
  #rater: Rater;
  #state: DeskState;
  readonly #watchers = new Set<() => void>();
  readonly #retry = new RetryTimer(() => this.#resumeAll());

  private constructor(parts: DeskParts, rater: Rater, keeping: DeskState["keeping"]) {
    this.parts = parts;
    this.#rater = rater;
    this.#state = { people: [], keeping, saved: "nothing-yet", online: navigator.onLine, elsewhere: false };
    addEventListener("online", () => {
      this.#change({ online: true });
      void this.resume();
    });
    addEventListener("offline", () => this.#change({ online: false }));
  }

  static async open(parts: DeskParts): Promise<Desk> {
    const { server, manifest, invitation } = parts;
    const { device, keeping } = await openDevice(isSharedComputer(), invitation.link.secret);
    const rater = await openRater({ server, device, manifest, secret: invitation.link.secret });
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

  async draftOf(person: PersonAsked): Promise<DraftContent | undefined> {
    return readDraft(await keptDraft(this.#rater, this.#scope(person)));
  }

  setSaved(saved: SavedState): void {
    this.#change({ saved });
  }

  /** Keeps a draft; says in the state whether it is safe. */
  async save(person: PersonAsked, draft: DraftContent): Promise<void> {
    try {
      const fits = await keepDraft(this.#rater, this.#scope(person), draft);
      this.#change({ saved: fits ? "saved" : "too-long" });
    } catch {
      this.#change({ saved: "not-saved" });
      return;
    }
    if (this.person(person.subject)?.progress === "not-started") this.#move(person, "draft");
  }

  async send(person: PersonAsked, answers: SurveyAnswers): Promise<SendResult> {
    const scope = this.#scope(person);
    const identified = this.parts.invitation.identity === "identified";
    const { definition, manifest } = this.parts;
    const result = identified
      ? await sendIdentified(this.#rater, scope, answers)
      : await sendAnswers(this.#rater, scope, await hashPersonalCode(answers, definition, manifest));
    this.#note(person, result);
    await this.#forgetWhenDone();
    return result;
  }

  /** Once everything is sent, nobody who gets hold of this computer shall find the answers by it. */
  async #forgetWhenDone(): Promise<void> {
    const { people } = this.#state;
    if (this.parts.invitation.identity === "identified") return;
    if (people.some(({ sentHere }) => !sentHere)) return;
    this.#rater = await forgetSeed(
      this.#rater,
      people.map(({ person }) => this.#scope(person)),
    );
  }

  /** Goes on with everything that waits on this device, and tries again later if it still waits. */
  resume(): Promise<void> {
    return this.#retry.now();
  }

  async #resumeAll(): Promise<void> {
    if (this.parts.invitation.identity === "identified") {
      for (const { person } of this.#state.people) {
        const result = await resumeIdentified(this.#rater, this.#scope(person));
        if (result !== undefined) this.#note(person, result);
      }
      return;
    }
    for (const { scope, result } of await resumeSends(this.#rater)) {
      const found = this.person(scope.subject);
      if (found !== undefined) this.#note(found.person, result);
    }
    await this.#forgetWhenDone();
  }

  /** On a shared computer nothing stays after the tab is closed. */
  async setShared(shared: boolean): Promise<void> {
    const { device, keeping } = await openDevice(shared, this.parts.invitation.link.secret);
    await moveDevice(this.#rater.device, device);
    this.#rater = { ...this.#rater, device };
    this.#change({ keeping });
  }

  resumeCode(): Promise<readonly string[]> {
    return resumeCodeOf(this.#rater.seed);
  }

  /** Puts encrypted copies of all drafts on the server. @returns undefined, or why it could not be done */
  async copyElsewhere(): Promise<string | undefined> {
    for (const { person, progress } of this.#state.people) {
      const draft = progress === "draft" ? await this.draftOf(person) : undefined;
      if (draft === undefined) continue;
      const answer = await uploadDraft(this.#rater, this.#scope(person), draft);
      if (answer.outcome === "refused") return answer.refusal.detail;
      if (answer.outcome !== "done") return answer.outcome;
    }
    this.#change({ elsewhere: true });
    return undefined;
  }

  /** Takes up the work of another device. */
  async enterCode(text: string): Promise<CodeResult> {
    const read = await seedOfResumeCode(text);
    if (!read.ok) {
      if (read.reason === "unknown-word") return { outcome: "unknown-word", place: read.place };
      if (read.reason === "wrong-length") return { outcome: "wrong-length", words: read.words };
      return { outcome: "check-word" };
    }
    const other: Rater = { ...this.#rater, seed: read.seed };
    const drafts: { readonly person: PersonAsked; readonly draft: unknown }[] = [];
    for (const { person } of this.#state.people) {
      const fetched = await fetchDraft(other, this.#scope(person));
      if (fetched.outcome === "offline") return { outcome: "offline" };
      if (fetched.outcome === "found") drafts.push({ person, draft: fetched.draft });
    }
    if (drafts.length === 0) return { outcome: "nothing-there" };
    const { server, device, manifest, secret } = this.#rater;
    this.#rater = await openRater({ server, device, manifest, secret }, read.seed);
    for (const { person, draft } of drafts) await keepDraft(this.#rater, this.#scope(person), draft);
    await this.#look();
    return { outcome: "found", drafts: drafts.length };
  }

  #scope(person: PersonAsked): TicketScope {
    return { wave: this.parts.manifest.wave, subject: person.subject, group: person.group };
  }

  /** Reads from the device how far each person is. */
  async #look(): Promise<void> {
    const waiting = await this.#waitingSubjects();
    const people: PersonState[] = [];
    for (const person of this.parts.invitation.people) {
      const scope = this.#scope(person);
      const sentHere = await wasSent(this.#rater, scope);
      const draft = sentHere ? undefined : await this.draftOf(person);
      const progress = sentHere
        ? "sent"
        : waiting.has(person.subject)
          ? "waiting"
          : draft !== undefined
            ? "draft"
            : person.sent
              ? "sent"
              : "not-started";
      people.push({ person, progress, sentHere });
    }
    const elsewhere = (await deviceKeys(this.#rater, "draft-elsewhere")).length > 0;
    this.#change({ people, elsewhere, saved: "nothing-yet" });
  }

  async #waitingSubjects(): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    for (const person of this.parts.invitation.people) {
      const scope = this.#scope(person);
      const kept = await this.#rater.device.get(await deviceKey(this.#rater, "send", scope));
      if (kept !== undefined || (await isIdentifiedWaiting(this.#rater, scope))) found.add(person.subject);
    }
    return found;
  }

  #note(person: PersonAsked, result: SendResult): void {
    if (result.outcome === "recorded" || result.outcome === "recorded-before")
      this.#move(person, "sent", true);
    else if (result.outcome === "waiting") this.#move(person, "waiting");
    else this.#move(person, "draft");
    if (result.outcome === "recorded") this.#change({ saved: "nothing-yet" });
  }

  #move(moved: PersonAsked, progress: PersonState["progress"], sentHere = false): void {
    const people = this.#state.people.map((state) =>
      state.person.subject === moved.subject ? { ...state, progress, sentHere } : state,
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
