/** Every number in an answer of the server: where it stands, and whether it is part of a cell. */
import type { z } from "@hono/zod-openapi";

export interface FoundNumber {
  /** Fields joined by dots, "[]" for each list and "{}" for each record, for instance "progress[].sent". */
  readonly path: string;
  readonly value: number | string;
}

export interface FoundCell {
  readonly path: string;
  /** The cell as one text, fields in one order. */
  readonly text: string;
}

/** Fields of one object in alphabetical order, however deep, so that equal objects give equal texts. */
function oneText(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

function isShownCell(value: object): boolean {
  return Reflect.get(value, "shown") === true && "n" in value && "value" in value;
}

/** Ids, hashes, dates, versions and addresses are no counts; what is left of a text may hold some. */
function numbersInText(text: string): readonly string[] {
  const rest = text
    .replaceAll(/\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|\+\d{2}:\d{2}))?/g, " ")
    .replaceAll(/\b\d+\.\d+\.\d+\b/g, " ")
    .replaceAll(/^360$/g, " ")
    .replaceAll(/https?:\/\/\S+/g, " ")
    .replaceAll(/[^\s]*[A-Za-z_@/#][^\s]*/g, " ");
  return rest.match(/\d+([.,]\d+)?/g) ?? [];
}

/** What has keys of its own rather than fields: group codes, languages, ids. */
const RECORD = /^(blocks|distributions|scales|details|label|labels|title|description|selfLabel)$/;

/** Numbers outside cells, numbers within texts, and the cells that are shown. */
export function numbersIn(answer: unknown): {
  readonly numbers: readonly FoundNumber[];
  readonly cells: readonly FoundCell[];
} {
  const numbers: FoundNumber[] = [];
  const cells: FoundCell[] = [];
  const walk = (value: unknown, path: string, record: boolean): void => {
    if (typeof value === "number") numbers.push({ path, value });
    else if (typeof value === "string") {
      for (const found of numbersInText(value)) numbers.push({ path: `${path}"`, value: found });
    } else if (Array.isArray(value)) {
      for (const entry of value) walk(entry, `${path}[]`, false);
    } else if (typeof value === "object" && value !== null) {
      if (isShownCell(value)) cells.push({ path, text: oneText(value) });
      else {
        for (const [key, part] of Object.entries(value)) {
          const step = record ? "{}" : key;
          walk(part, path === "" ? step : `${path}.${step}`, !record && RECORD.test(key));
        }
      }
    }
  };
  walk(answer, "", false);
  return { numbers, cells };
}

/** Every shown cell below a value, as texts. */
export function cellsIn(value: unknown): string[] {
  return numbersIn(value).cells.map(({ text }) => text);
}

/** What of a zod schema the walk below looks at. */
interface SchemaParts {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly items?: readonly z.ZodType[];
  readonly out?: z.ZodType;
  readonly left?: z.ZodType;
  readonly right?: z.ZodType;
}

/** Guarantee: zod 4 describes every schema in `_zod.def`, whose kind is its `type`. */
function partsOf(schema: z.ZodType): SchemaParts {
  return schema._zod.def as unknown as SchemaParts;
}

/** Whether a schema allows a number, or anything at all, at a place: "*" stands for anything. */
export function numberPathsOf(schema: z.ZodType): readonly string[] {
  const paths = new Set<string>();
  const walk = (part: z.ZodType, path: string): void => {
    const def = partsOf(part);
    const below = [def.innerType, def.out, def.left, def.right, ...(def.options ?? [])];
    if (def.type === "number" || def.type === "int" || def.type === "bigint") paths.add(path);
    else if (def.type === "custom" || def.type === "any" || def.type === "unknown") paths.add(`${path}.*`);
    else if (def.type === "object") {
      for (const [key, value] of Object.entries(def.shape ?? {}))
        walk(value, path === "" ? key : `${path}.${key}`);
    } else if (def.type === "array" && def.element !== undefined) walk(def.element, `${path}[]`);
    else if (def.type === "tuple") for (const item of def.items ?? []) walk(item, `${path}[]`);
    else if (def.type === "record" && def.valueType !== undefined) walk(def.valueType, `${path}.{}`);
    else for (const inner of below) if (inner !== undefined) walk(inner, path);
  };
  walk(schema, "");
  return [...paths];
}
