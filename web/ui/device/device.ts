/** What stays on somebody's device, behind one small interface: IndexedDB, session storage, or a map in tests. */

/** Keys and texts; every write is on the device when the promise resolves. */
export interface Device {
  get(key: string): Promise<string | undefined>;
  set(key: string, text: string): Promise<void>;
  remove(key: string): Promise<void>;
  keys(): Promise<readonly string[]>;
}
