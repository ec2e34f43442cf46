/** Imports go the way the architecture says, and each rule is seen to fire. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { cruiseTree } from "./cruise-tree.ts";
import { DIRECTION_RULES } from "./direction-rules.ts";

const root = join(import.meta.dirname, "../..");
const made: string[] = [];

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A small tree of its own with one violation in it. */
function seededTree(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "soundings-rules-"));
  made.push(folder);
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const leaf = "export const leaf = 1;\n";
const uses = (path: string) => `import { leaf } from "${path}";\nexport const branch = leaf;\n`;

const SEEDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "surveys-stand-alone": { "surveys/a.ts": uses("../analysis/b.ts"), "analysis/b.ts": leaf },
  "analysis-needs-surveys-only": { "analysis/a.ts": uses("../api/b.ts"), "api/b.ts": leaf },
  "statistics-stand-alone": {
    "analysis/statistics/a.ts": uses("../dataset.ts"),
    "analysis/dataset.ts": leaf,
  },
  "surveys-and-analysis-are-pure": {
    "analysis/a.ts": 'import { readFileSync } from "node:fs";\nexport const branch = readFileSync;\n',
  },
  "auditor-shares-nothing-with-the-engine": {
    "analysis/disclosure-audit/a.ts": uses("../disclosure/cell.ts"),
    "analysis/disclosure/cell.ts": leaf,
  },
  "last-door-shares-nothing-with-the-engine": {
    "analysis/staff-tables/audit-tables.ts": uses("./coded-steps.ts"),
    "analysis/staff-tables/coded-steps.ts": leaf,
  },
  "http-only-in-routes": {
    "api/waves/open-wave.ts": 'import { Hono } from "hono";\nexport const app = new Hono();\n',
  },
  "sql-only-in-stores": {
    "api/waves/open-wave.ts": 'import { sql } from "drizzle-orm";\nexport const text = sql;\n',
  },
  "answers-cannot-reach-people": {
    "api/responses/routes.ts": uses("../http/between.ts"),
    "api/http/between.ts":
      'import { leaf as inner } from "../storage/people-tables.ts";\nexport const leaf = inner;\n',
    "api/storage/people-tables.ts": leaf,
  },
  "tickets-cannot-reach-answers": {
    "api/tickets/routes.ts": uses("../keys/between.ts"),
    "api/keys/between.ts":
      'import { leaf as inner } from "../storage/answer-tables.ts";\nexport const leaf = inner;\n',
    "api/storage/answer-tables.ts": leaf,
  },
  "web-knows-the-api-by-type-only": { "web/coach/a.ts": uses("../../api/b.ts"), "api/b.ts": leaf },
  "api-needs-no-screens": { "api/a.ts": uses("../web/coach/b.ts"), "web/coach/b.ts": leaf },
  "web-needs-no-server": {
    "web/coach/a.ts": 'import { readFileSync } from "node:fs";\nexport const branch = readFileSync;\n',
  },
  "audiences-do-not-borrow": { "web/coach/a.ts": uses("../rater/b.ts"), "web/rater/b.ts": leaf },
  "tests-are-never-imported": { "api/a.ts": uses("../test/support/b.ts"), "test/support/b.ts": leaf },
  "no-cycles": {
    "surveys/a.ts": 'import { b } from "./b.ts";\nexport const a = (): unknown => b;\n',
    "surveys/b.ts": 'import { a } from "./a.ts";\nexport const b = (): unknown => a;\n',
  },
  "no-orphans": { "surveys/alone.ts": leaf, "surveys/a.ts": uses("./b.ts"), "surveys/b.ts": leaf },
};

describe("the direction of imports", () => {
  test("the tree breaks no rule, and its modules were really seen", async () => {
    const findings = await cruiseTree(root);
    expect(findings.modules).toBeGreaterThan(100);
    expect(findings.violations).toEqual([]);
  }, 120_000);

  test("every rule has a seed", () => {
    expect(Object.keys(SEEDS).sort()).toEqual(DIRECTION_RULES.map((rule) => rule.name).sort());
  });

  test.each(Object.entries(SEEDS))(
    "%s fires on a seeded violation",
    async (rule, files) => {
      const findings = await cruiseTree(seededTree(files));
      expect(findings.modules).toBeGreaterThan(0);
      expect(findings.violations.some((violation) => violation.startsWith(`${rule}:`))).toBe(true);
    },
    60_000,
  );

  test("types may cross from the web to the API", async () => {
    const folder = seededTree({
      "web/coach/a.ts": 'import type { Leaf } from "../../api/b.ts";\nexport const branch: Leaf = 1;\n',
      "api/b.ts": "export type Leaf = number;\nexport const leaf: Leaf = 1;\n",
    });
    expect((await cruiseTree(folder)).violations).toEqual([]);
  }, 60_000);
});
