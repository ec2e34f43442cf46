/** Counted events while they are typed, and the numbers they mean. */

export interface Counted {
  readonly name: string;
  readonly events: number;
  readonly staff: number;
}

export interface EventDraft {
  readonly key: number;
  readonly name: string;
  readonly events: string;
  readonly staff: string;
}

export function draftsOf(counted: readonly Counted[]): readonly EventDraft[] {
  return counted.map(({ name, events, staff }, key) => ({
    key,
    name,
    events: String(events),
    staff: String(staff),
  }));
}

export function eventsIn(drafts: readonly EventDraft[]): readonly Counted[] {
  return drafts.map(({ name, events, staff }) => ({
    name: name.trim(),
    events: Number(events),
    staff: Number(staff),
  }));
}

/** What other surveys counted and this one does not, so that it can be taken over in the same words. */
export function missingNames(names: readonly string[], drafts: readonly EventDraft[]): readonly string[] {
  const own = new Set(drafts.map(({ name }) => name.trim().toLowerCase()));
  return names.filter((name) => !own.has(name.toLowerCase()));
}
