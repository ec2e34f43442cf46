/** Whether anything stands in both stores by which a person could be matched with an answer. */
import type { StoredRow } from "../storage/read-only-store.ts";
import { checkOf, counted, type DoctorCheck } from "./doctor-report.ts";
import type { Installation, LookedAtAnswers, LookedAtPeople } from "./installation.ts";

/** Shorter values occur in both by chance or by design: ids of waves have twelve characters. */
const SHORTEST_LINK_BYTES = 16;

/** Public facts, the same for everybody who is asked. */
const PUBLIC_COLUMNS: ReadonlySet<string> = new Set([
  "waves.policy",
  "waves.title",
  "programmes.name",
  "waveSeals.manifest",
  "definitions.canonical",
  "definitions.title",
]);

const TABLES = {
  sqlite: "SELECT name FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'",
  postgres: "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'",
} as const;

/** One value in one form, whether it is kept as bytes, as text of them, or inside JSON. */
function formsOf(value: unknown): string[] {
  if (value instanceof Uint8Array) {
    return value.length >= SHORTEST_LINK_BYTES ? [Buffer.from(value).toString("base64url")] : [];
  }
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(formsOf);
  if (typeof value !== "string" || value.length < SHORTEST_LINK_BYTES) return [];
  if (/^[[{]/.test(value)) {
    try {
      return formsOf(JSON.parse(value));
    } catch {
      return [value];
    }
  }
  if (/^[0-9a-f]+$/i.test(value)) return [value, Buffer.from(value, "hex").toString("base64url")];
  return [value.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")];
}

/** The words of the forms, such as the codes of questions: the same for everybody, and named in lists of both stores. */
async function wordsOfForms({ rows }: Pick<LookedAtAnswers, "rows">): Promise<ReadonlySet<string>> {
  const forms = await rows('SELECT "canonical" FROM "definitions"');
  return new Set(forms.flatMap(({ canonical }) => formsOf(canonical)));
}

/** Where a value stands, and whether it stands somewhere as bytes. */
interface Place {
  readonly place: string;
  readonly bytes: boolean;
}

async function valuesOf({ engine, rows }: Pick<LookedAtPeople | LookedAtAnswers, "engine" | "rows">) {
  const values = new Map<string, Place>();
  for (const { name } of await rows(TABLES[engine])) {
    const table = String(name);
    if (table === "schemaMigrations") continue;
    for (const row of await rows(`SELECT * FROM "${table}"`)) collect(values, table, row);
  }
  return values;
}

function collect(values: Map<string, Place>, table: string, row: StoredRow): void {
  for (const [column, value] of Object.entries(row)) {
    const place = `${table}.${column}`;
    if (PUBLIC_COLUMNS.has(place)) continue;
    const bytes = value instanceof Uint8Array;
    for (const form of formsOf(value))
      values.set(form, { place, bytes: bytes || values.get(form)?.bytes === true });
  }
}

export async function checkLinks({ people, answers }: Installation): Promise<DoctorCheck> {
  const ofPeople = await valuesOf(people);
  const ofAnswers = await valuesOf(answers);
  const words = await wordsOfForms(answers);
  const shared = new Map<string, number>();
  for (const [value, { place, bytes }] of ofPeople) {
    const other = ofAnswers.get(value);
    // A word of a form stands in lists as text, and never where bytes of an answer or a ticket stand.
    if (other === undefined || (words.has(value) && !bytes && !other.bytes)) continue;
    const pair = `${place} (people) and ${other.place} (answers)`;
    shared.set(pair, (shared.get(pair) ?? 0) + 1);
  }
  return checkOf(
    {
      code: "links",
      title: "Values in both stores",
      looked: "Every value of sixteen bytes or more, as bytes, as text of bytes and inside JSON.",
    },
    {
      findings: [...shared].map(
        ([pair, count]) =>
          `${counted(count, "value")} in both stores: ${pair}. By it a person and an answer could be matched.`,
      ),
      fine: "No value of one store occurs in the other, but for words of the forms, which are the same for everybody.",
    },
  );
}
