/** A strict reader of SPSS system files, written from the format's description alone: it refuses what it does not expect. */

interface SavVariable {
  readonly name: string;
  readonly label: string;
  /** Bytes of a text; 0 for a number. */
  readonly width: number;
  readonly decimals: number;
  readonly missing: readonly number[];
  readonly labels: ReadonlyMap<number, string>;
}

interface SavFile {
  readonly title: string;
  readonly encoding: string;
  readonly variables: readonly SavVariable[];
  readonly documents: readonly string[];
  /** One list a case; null is SPSS's missing value. */
  readonly cases: readonly (readonly (string | number | null)[])[];
}

interface Draft extends Omit<SavVariable, "labels"> {
  readonly labels: Map<number, string>;
  readonly segments: number;
}

class Bytes {
  place = 0;
  private readonly bytes: Uint8Array;
  private readonly view: DataView;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  word(): number {
    this.place += 4;
    return this.view.getInt32(this.place - 4, true);
  }

  double(): number {
    this.place += 8;
    return this.view.getFloat64(this.place - 8, true);
  }

  take(size: number): Uint8Array {
    if (this.place + size > this.bytes.length) throw new Error("the file ends too early");
    this.place += size;
    return this.bytes.subarray(this.place - size, this.place);
  }

  text(size: number): string {
    return new TextDecoder("utf-8", { fatal: true }).decode(this.take(size));
  }

  zeros(size: number): void {
    if (this.take(size).some((byte) => byte !== 0)) throw new Error("padding must be zero");
  }

  atEnd(): boolean {
    return this.place === this.bytes.length;
  }
}

function expectThat(holds: boolean, sentence: string): void {
  if (!holds) throw new Error(sentence);
}

function readVariable(input: Bytes): Draft | "continuation" {
  const type = input.word();
  const hasLabel = input.word();
  const missing = input.word();
  const format = input.word();
  expectThat(format === input.word(), "print and write formats are the same");
  const name = input.text(8).trimEnd();
  if (type === -1) return "continuation";
  let label = "";
  if (hasLabel === 1) {
    const length = input.word();
    label = input.text(length);
    input.take((4 - (length % 4)) % 4);
  }
  expectThat([0, -2].includes(missing), "missing values are none or a range");
  const range = missing === 0 ? [] : [input.double(), input.double()];
  expectThat((format >> 16 === 5) === (type === 0), "numbers have format F, texts format A");
  const segments = Math.max(1, Math.ceil(type / 8));
  return { name, label, width: type, decimals: format & 0xff, missing: range, labels: new Map(), segments };
}

interface Dictionary {
  readonly variables: Draft[];
  readonly documents: string[];
  encoding: string;
  names: ReadonlyMap<string, string>;
}

function readLabels(input: Bytes, { variables }: Dictionary): void {
  const labels: [number, string][] = [];
  for (let left = input.word(); left > 0; left -= 1) {
    const value = input.double();
    const length = input.take(1)[0] ?? 0;
    labels.push([value, input.text(length)]);
    input.take((8 - ((length + 1) % 8)) % 8);
  }
  expectThat(input.word() === 4, "value labels are followed by their variables");
  for (let left = input.word(); left > 0; left -= 1) {
    const index = input.word();
    let before = 1;
    const variable = variables.find(({ segments }) => {
      before += segments;
      return before - segments === index;
    });
    expectThat(variable?.width === 0, "value labels belong to a number that exists");
    for (const [value, label] of labels) variable?.labels.set(value, label);
  }
}

function readExtension(input: Bytes, dictionary: Dictionary): void {
  const subtype = input.word();
  const size = input.word();
  const count = input.word();
  const body = new Bytes(input.take(size * count));
  if (subtype === 20) dictionary.encoding = body.text(size * count);
  else if (subtype === 13) {
    const pairs = body.text(size * count).split("\t");
    dictionary.names = new Map(pairs.map((pair) => [pair.split("=")[0] ?? "", pair.split("=")[1] ?? ""]));
  } else if (subtype === 3) {
    const facts = Array.from({ length: 8 }, () => body.word());
    expectThat(facts[4] === 1 && facts[6] === 2 && facts[7] === 65001, "IEEE 754, little-endian, UTF-8");
  } else expectThat(subtype === 4 && body.double() === -Number.MAX_VALUE, "a known extension");
}

function readDictionary(input: Bytes): Dictionary {
  const dictionary: Dictionary = { variables: [], documents: [], encoding: "", names: new Map() };
  let expected = 0;
  for (;;) {
    const type = input.word();
    if (type === 999) break;
    if (type === 2) {
      const variable = readVariable(input);
      if (variable === "continuation") expected -= 1;
      else {
        expectThat(expected === 0, "a wide text has all its continuation records");
        expected = variable.segments - 1;
        dictionary.variables.push(variable);
      }
    } else if (type === 3) readLabels(input, dictionary);
    else if (type === 6) {
      for (let left = input.word(); left > 0; left -= 1) dictionary.documents.push(input.text(80).trimEnd());
    } else if (type === 7) readExtension(input, dictionary);
    else throw new Error(`unknown record ${type}`);
  }
  input.zeros(4);
  return dictionary;
}

/** The segments of all cases, decompressed. */
function readSegments(input: Bytes, bias: number): (number | null | Uint8Array)[] {
  const segments: (number | null | Uint8Array)[] = [];
  let ended = false;
  while (!input.atEnd()) {
    for (const code of input.take(8)) {
      if (ended || code === 0) expectThat(code === 0 && ended, "nothing follows the end but padding");
      else if (code === 252) ended = true;
      else if (code === 253) segments.push(input.take(8));
      else if (code === 254) segments.push(new Uint8Array(8).fill(0x20));
      else segments.push(code === 255 ? null : code - bias);
    }
  }
  expectThat(ended, "the data has an end");
  return segments;
}

/** Reads a whole file. */
export function readSav(file: Uint8Array): SavFile {
  const input = new Bytes(file);
  expectThat(input.text(4) === "$FL2", "the magic number");
  expectThat(input.text(60).startsWith("@(#) SPSS DATA FILE"), "the product name");
  expectThat(input.word() === 2, "the layout code");
  const segmentsOfCase = input.word();
  expectThat(input.word() === 1 && input.word() === 0, "compressed and unweighted");
  const count = input.word();
  const bias = input.double();
  input.take(17);
  const title = input.text(64).trimEnd();
  input.zeros(3);
  const { variables, documents, encoding, names } = readDictionary(input);
  expectThat(
    segmentsOfCase === variables.reduce((sum, { segments }) => sum + segments, 0),
    "segments of a case",
  );
  const data = readSegments(input, bias);
  expectThat(data.length === segmentsOfCase * count, "as many cases as announced");
  const cases = Array.from({ length: count }, (_, place) => {
    let next = place * segmentsOfCase;
    return variables.map(({ width, segments }) => {
      const own = data.slice(next, next + segments);
      next += segments;
      return width === 0 ? numberOf(own[0] ?? null) : textOf(own, width);
    });
  });
  const named = variables.map(({ segments: _segments, ...variable }) => ({
    ...variable,
    name: names.get(variable.name) ?? variable.name,
  }));
  return { title, encoding, variables: named, documents, cases };
}

function numberOf(segment: number | null | Uint8Array): number | null {
  if (!(segment instanceof Uint8Array)) return segment;
  return new DataView(segment.buffer, segment.byteOffset, 8).getFloat64(0, true);
}

function textOf(segments: readonly (number | null | Uint8Array)[], width: number): string {
  const bytes = segments.flatMap((segment) => {
    if (!(segment instanceof Uint8Array)) throw new Error("a text is stored as it is");
    return [...segment];
  });
  return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes.slice(0, width))).trimEnd();
}
