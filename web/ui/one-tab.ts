/** One tab at a time works on one form, so that two tabs never overwrite each other. */

export interface TabHold {
  /** Gives the form free for other tabs. */
  release(): Promise<void>;
}

export interface TabRequest {
  readonly name: string;
  /** True to take the form away from the tab that has it; that tab is told. */
  readonly take: boolean;
  /** Called when another tab took the form. */
  readonly onTaken: () => void;
}

/** @returns the hold, or undefined if another tab has the form */
export function holdTab({ name, take, onTaken }: TabRequest): Promise<TabHold | undefined> {
  if (navigator.locks === undefined) return Promise.resolve({ release: () => Promise.resolve() });
  return new Promise((resolve) => {
    let released = false;
    const held = (lock: Lock | null): Promise<void> | undefined => {
      if (lock === null) {
        resolve(undefined);
        return undefined;
      }
      return new Promise((free) => {
        resolve({
          release: () => {
            released = true;
            free();
            return ended;
          },
        });
      });
    };
    const ended: Promise<void> = navigator.locks
      .request(name, take ? { steal: true } : { ifAvailable: true }, held)
      .catch(() => {
        if (!released) onTaken();
      });
  });
}
