/** JSON as it comes out of a file: narrowing and JSON pointers. */

export type JsonObject = Readonly<Record<string, unknown>>;

/** The three keys that reach an object's prototype. */
export const PROTOTYPE_KEYS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Tells whether a value is a JSON object: not null, not an array.
 * @param value anything
 * @returns true for an object
 * @example isJsonObject({}) // true
 */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The value of an own property, never of a prototype.
 * @param object any JSON object
 * @param key the property's name
 * @returns the value, or undefined
 * @example ownValue({ a: 1 }, "toString") // undefined
 */
export function ownValue(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/**
 * The objects of an array property, with the place of each; anything else in it is passed over.
 * @param object any JSON object
 * @param key the property's name
 * @returns pairs of place and object
 * @example objectsOf({ pages: [{ name: "a" }] }, "pages") // [[0, { name: "a" }]]
 */
export function objectsOf(object: JsonObject, key: string): readonly (readonly [number, JsonObject])[] {
  const value = ownValue(object, key);
  if (!Array.isArray(value)) return [];
  const list: (readonly [number, JsonObject])[] = [];
  value.forEach((entry: unknown, place) => {
    if (isJsonObject(entry)) list.push([place, entry]);
  });
  return list;
}

/**
 * A string property.
 * @param object any JSON object
 * @param key the property's name
 * @returns the string, or undefined when it is absent or no string
 * @example stringOf({ name: "a" }, "name") // "a"
 */
export function stringOf(object: JsonObject, key: string): string | undefined {
  const value = ownValue(object, key);
  return typeof value === "string" ? value : undefined;
}

/**
 * A number property.
 * @param object any JSON object
 * @param key the property's name
 * @returns the number, or undefined when it is absent or no number
 * @example numberOf({ rateMax: 5 }, "rateMax") // 5
 */
export function numberOf(object: JsonObject, key: string): number | undefined {
  const value = ownValue(object, key);
  return typeof value === "number" ? value : undefined;
}

/**
 * A JSON pointer one step further down.
 * @param pointer the pointer of the object or array, "" for the whole file
 * @param steps property names and array places
 * @returns the pointer
 * @see RFC 6901, section 3
 * @example pointerTo("/pages", 0, "a/b") // "/pages/0/a~1b"
 */
export function pointerTo(pointer: string, ...steps: readonly (string | number)[]): string {
  return steps.reduce<string>(
    (path, step) => `${path}/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`,
    pointer,
  );
}

/**
 * JSON text that is the same for equal values: keys sorted, no spaces.
 * @param value a JSON value
 * @returns its canonical text
 * @see RFC 8785, of which this is the part without number formatting of its own
 * @example canonicalJson({ b: 1, a: [true] }) // '{"a":[true],"b":1}'
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (!isJsonObject(value)) return JSON.stringify(value) ?? "null";
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`);
  return `{${members.join(",")}}`;
}
