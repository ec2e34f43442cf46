/** How far long work on a wave has come, in this process; and answering before it is done. */

export interface WorkProgress {
  readonly done: number;
  readonly total: number;
}

const progressOfWave = new Map<string, WorkProgress>();

/** What the coordinator's screen shows while a wave is being closed or released; undefined if nothing is known. */
export function workProgress(wave: string): WorkProgress | undefined {
  return progressOfWave.get(wave);
}

/** Runs work that tells how far it has come. */
export async function withProgress<T>(
  wave: string,
  work: (progress: (progress: WorkProgress) => void) => Promise<T>,
): Promise<T> {
  try {
    return await work((progress) => progressOfWave.set(wave, progress));
  } finally {
    progressOfWave.delete(wave);
  }
}

/** Long enough for small waves to be done, short enough that nobody doubts that something happens. */
const PATIENCE_MILLISECONDS = 1_500;

/**
 * Waits a little for the work. Refusals that come by then are thrown; what fails later is tried again by the
 * server's own turn, so it is nobody's to answer for here.
 * @returns true if the work is done, false if it goes on
 */
export async function doneSoon(work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MILLISECONDS);
  });
  work.catch(() => undefined);
  try {
    return await Promise.race([work.then(() => true as const), patience]);
  } finally {
    clearTimeout(timer);
  }
}
