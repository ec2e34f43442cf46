/** `soundings lint` as somebody at a keyboard meets it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lintCommand } from "../../../api/cli/lint.ts";

const LIBRARY = fileURLToPath(new URL("../../../surveys/library/", import.meta.url));
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "soundings-lint-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function lint(...args: readonly string[]) {
  const out: string[] = [];
  const error: string[] = [];
  const code = await lintCommand.run(args, {
    out: (line) => out.push(line),
    error: (line) => error.push(line),
  });
  return { code, out: out.join("\n"), error: error.join("\n") };
}

function broken(): string {
  const text = readFileSync(join(LIBRARY, "mentoring-check-in.json"), "utf8");
  return text.replace('"kind": "form"', '"kind": "poll"');
}

describe("soundings lint", () => {
  it("finds no problems in the shipped instruments and leaves with 0", async () => {
    const files = readdirSync(LIBRARY).map((name) => join(LIBRARY, name));
    const { code, out, error } = await lint(...files);
    expect([code, error]).toEqual([0, ""]);
    expect(out.split("\n")).toHaveLength(14);
  });

  it("prints file and line, rule, path, sentence and repair, and leaves with 1", async () => {
    const text = broken();
    const path = file("broken.json", text);
    const line = text.slice(0, text.indexOf('"kind"')).split("\n").length;
    const { code, out } = await lint(path);
    expect(code).toBe(1);
    expect(out).toBe(
      `${path}:${line} wrong-value /soundings/kind "poll" does not fit "kind": one of 360, staff-survey, observation, form. Give a value that is: one of 360, staff-survey, observation, form.`,
    );
  });

  it("leaves with 2 for a file that is no JSON, is not there, or when no file is named", async () => {
    const torn = await lint(file("torn.json", '{\n  "title": \n}'));
    expect([torn.code, torn.out]).toEqual([2, ""]);
    expect(torn.error).toMatch(/torn\.json:3 unreadable \/ The file is not JSON: value expected\./);
    expect((await lint(join(folder, "absent.json"))).error).toContain("The file cannot be opened.");
    expect((await lint()).code).toBe(2);
    expect((await lint("--colour")).code).toBe(2);
  });

  it("takes the worst exit code of several files", async () => {
    const good = join(LIBRARY, "mentor-offer.json");
    expect((await lint(good, file("b.json", broken()))).code).toBe(1);
    expect((await lint(good, file("b.json", broken()), file("c.json", "{"))).code).toBe(2);
  });

  it("gives the same as JSON", async () => {
    const path = file("broken.json", broken());
    const { code, out } = await lint("--json", path);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      files: [
        { file: path, unreadable: false, problems: [{ rule: "wrong-value", pointer: "/soundings/kind" }] },
      ],
    });
  });

  it("lets no control character of a file reach the terminal", async () => {
    const { out } = await lint(file("bell.json", broken().replace("poll", "\\u001b[2Jpoll")));
    expect(out).toContain("[2Jpoll");
    expect(out).not.toContain("\u001b");
  });

  it("explains itself", async () => {
    const { code, out } = await lint("--help");
    expect([code, out]).toEqual([0, lintCommand.help]);
  });
});
