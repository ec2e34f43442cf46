/** Long work tells how far it has come, and requests do not wait for it. */
import { describe, expect, test } from "vitest";
import { DomainError } from "../../../api/errors.ts";
import { doneSoon, withProgress, workProgress } from "../../../api/waves/work-under-way.ts";

describe("work under way", () => {
  test("tells its progress while it runs, and nothing afterwards", async () => {
    const seen: unknown[] = [];
    const result = await withProgress("w", async (progress) => {
      progress({ done: 1, total: 2 });
      seen.push(workProgress("w"));
      return "result";
    });
    expect(result).toBe("result");
    expect(seen).toEqual([{ done: 1, total: 2 }]);
    expect(workProgress("w")).toBeUndefined();
  });

  test("forgets its progress when it fails", async () => {
    const failing = withProgress("w", async (progress) => {
      progress({ done: 1, total: 2 });
      throw new RangeError("stop");
    });
    await expect(failing).rejects.toThrow("stop");
    expect(workProgress("w")).toBeUndefined();
  });

  test("is answered as done if it is, and as going on if it takes longer", async () => {
    expect(await doneSoon(Promise.resolve())).toBe(true);
    let finish = (): void => {};
    const long = new Promise<void>((resolve) => {
      finish = resolve;
    });
    expect(await doneSoon(long)).toBe(false);
    finish();
  });

  test("that is refused at once is refused to the person who asked", async () => {
    await expect(doneSoon(Promise.reject(new DomainError("wrong-state", "No.")))).rejects.toThrow("No.");
  });
});
