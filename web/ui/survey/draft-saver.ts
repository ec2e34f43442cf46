/** Saves a form as one types: a moment after the last change, and at once when the page is left. */
import type { SurveyModel } from "survey-core";
import type { DraftContent } from "./draft-content.ts";

const SAVE_AFTER_MS = 250;

interface Saving {
  /** Called at each change: it waits to be saved. */
  readonly waiting: () => void;
  readonly save: (draft: DraftContent) => Promise<void>;
}

export class DraftSaver {
  readonly #model: SurveyModel;
  readonly #saving: Saving;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;
  #page: number;

  constructor(model: SurveyModel, page: number, saving: Saving) {
    this.#model = model;
    this.#page = page;
    this.#saving = saving;
  }

  changed = (): void => {
    if (this.#stopped) return;
    this.#saving.waiting();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), SAVE_AFTER_MS);
  };

  /** The draft remembers the page, but turning pages alone makes no draft. */
  turned(page: number): void {
    if (this.#page === page) return;
    this.#page = page;
    if (Object.keys(this.#model.data).length > 0) this.changed();
  }

  flush = async (): Promise<void> => {
    if (this.#timer === undefined || this.#stopped) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#saving.save({ answers: { ...this.#model.data }, page: this.#page });
  };

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }
}
