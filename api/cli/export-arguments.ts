/** What was typed behind `soundings export`, read into what it means. */
import { parseArgs } from "node:util";
import { FILE_FORMATS, type FileFormat } from "../files/file-format.ts";
import { joinDashedValues } from "./dashed-values.ts";

export interface ExportArguments {
  readonly data: string | undefined;
  readonly json: boolean;
  /** Absent: list the waves there are. */
  readonly file?: {
    readonly waves: readonly string[];
    readonly format: FileFormat;
    readonly out: string;
    readonly release: number | undefined;
  };
}

interface Refused {
  readonly sentence: string;
}

const OPTIONS = {
  wave: { type: "string" },
  format: { type: "string" },
  out: { type: "string" },
  release: { type: "string" },
  data: { type: "string" },
  json: { type: "boolean" },
} as const;

export function readExportArguments(args: readonly string[]): ExportArguments | Refused {
  try {
    const { values, positionals } = parseArgs({
      args: [...joinDashedValues(args, OPTIONS)],
      options: OPTIONS,
      allowPositionals: true,
    });
    const [extra] = positionals;
    if (extra !== undefined) return { sentence: `"${extra}" is no option. Name waves with --wave.` };
    const { data, json = false, wave } = values;
    if (wave === undefined) return { data, json };
    const file = readFile(values, wave);
    return "sentence" in file ? file : { data, json, file };
  } catch (error) {
    return { sentence: error instanceof Error ? error.message : String(error) };
  }
}

type Values = Readonly<Partial<Record<"format" | "out" | "release", string>>>;

function readFile(
  { format, out, release }: Values,
  wave: string,
): NonNullable<ExportArguments["file"]> | Refused {
  const waves = wave.split(",").map((id) => id.trim());
  if (waves.some((id) => id === "")) return { sentence: "Name waves by their ids, separated by commas." };
  const known = FILE_FORMATS.find((one) => one === format);
  if (known === undefined) return { sentence: `Name a format: --format ${FILE_FORMATS.join("|")}.` };
  if (out === undefined || out === "") return { sentence: "Name the file to write: --out FILE." };
  const number = release === undefined ? undefined : Number(release);
  if (number !== undefined && (!Number.isInteger(number) || number < 1)) {
    return { sentence: "--release is a number from 1." };
  }
  if (number !== undefined && waves.length > 1) {
    return { sentence: "--release goes with one wave; a comparison takes the newest release of each." };
  }
  return { waves, format: known, out, release: number };
}
