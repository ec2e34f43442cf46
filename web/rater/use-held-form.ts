/** Takes one person's form into this tab: the hold against other tabs, the draft, the model, and saving as one types. */
import { useEffect, useRef, useState } from "react";
import type { SurveyModel } from "survey-core";
import { formFor } from "../../surveys/form.ts";
import { withoutCodePage } from "../../surveys/personal-code.ts";
import { holdTab, type TabHold } from "../ui/one-tab.ts";
import { DraftSaver } from "../ui/survey/draft-saver.ts";
import { createFormModel } from "../ui/survey/form-model.ts";
import type { Desk } from "./desk.ts";
import type { PersonAsked } from "./open-invitation.ts";
import { languageOf } from "./person-names.ts";
import { APP_TEXTS } from "./texts/app-en.ts";

/** other-tab: another tab has it. taken: another tab took it from this one. */
export type HeldForm =
  | { readonly state: "opening" | "other-tab" | "taken" | "arrived" }
  /** What was typed lies here, sealed, and cannot be opened now; nothing is begun over it. */
  | { readonly state: "locked"; readonly detail: string | undefined }
  | { readonly state: "ready"; readonly model: SurveyModel; readonly saver: DraftSaver };

async function openForm(desk: Desk, person: PersonAsked): Promise<HeldForm> {
  const kept = await desk.draftOf(person);
  if (kept.state === "locked") return kept;
  if (kept.state === "arrived") return { state: "arrived" };
  const draft = kept.state === "open" ? kept.draft : undefined;
  if (draft === undefined) void desk.begin(person);
  const { definition } = desk.parts;
  const group = definition.soundings.groups.some(({ code }) => code === person.group);
  const language = languageOf(desk.parts);
  const form = formFor(definition, {
    ...(group ? { group: person.group } : {}),
    language,
    pipes: { subject: person.name === "" ? APP_TEXTS.nobodyNamed : person.name },
  });
  const linked = desk.parts.manifest.linkingSalt !== undefined;
  const model = createFormModel(linked ? form : withoutCodePage(form, definition), language);
  if (draft !== undefined) model.data = { ...draft.answers };
  const saver = new DraftSaver(model, draft?.page ?? 0, {
    waiting: () => desk.setSaved("saving"),
    save: (content) => desk.save(person, content),
  });
  model.onValueChanged.add(saver.changed);
  return { state: "ready", model, saver };
}

/** @returns the form as far as it is there, and a way to try again or to take it from another tab */
export function useHeldForm(desk: Desk, person: PersonAsked): readonly [HeldForm, () => void] {
  const [form, setForm] = useState<HeldForm>({ state: "opening" });
  const [take, setTake] = useState(false);
  const [attempt, setAttempt] = useState(0);
  // What this tab held before must be free, or it would take itself for another tab.
  const left = useRef(Promise.resolve());
  useEffect(() => {
    let hold: TabHold | undefined;
    let saver: DraftSaver | undefined;
    let gone = false;
    const flush = (): void => void saver?.flush();
    const begin = async (): Promise<void> => {
      await left.current;
      if (gone) return;
      const onTaken = (): void => {
        saver?.stop();
        if (!gone) setForm({ state: "taken" });
      };
      hold = await holdTab({ name: await desk.lockName(person), take, onTaken });
      if (gone) return hold?.release();
      if (hold === undefined) return setForm({ state: "other-tab" });
      const opened = await openForm(desk, person);
      if (gone) return;
      if (opened.state === "ready") saver = opened.saver;
      setForm(opened);
    };
    void begin();
    document.addEventListener("visibilitychange", flush);
    addEventListener("pagehide", flush);
    return () => {
      gone = true;
      document.removeEventListener("visibilitychange", flush);
      removeEventListener("pagehide", flush);
      left.current = (saver?.flush() ?? Promise.resolve()).then(() => {
        saver?.stop();
        return hold?.release();
      });
    };
  }, [desk, person, take, attempt]);
  const locked = form.state === "locked";
  useEffect(() => {
    if (!locked) return undefined;
    const again = (): void => setAttempt((before) => before + 1);
    addEventListener("online", again);
    return () => removeEventListener("online", again);
  }, [locked]);
  const again = (): void => (locked ? setAttempt((before) => before + 1) : setTake(true));
  return [form, again];
}
