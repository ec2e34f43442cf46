/** The part of the address after #: the key of the personal link and which screen. It never leaves the browser. */

export type Side = "mentee" | "mentor";

export type MineStep =
  | { readonly name: "home" }
  | { readonly name: "guidance"; readonly side: Side }
  | { readonly name: "pair" | "agreement" | "leave" | "review" | "certificate"; readonly pair: string };

export interface MineAddress {
  /** Undefined when it is missing or not whole. */
  readonly secret: string | undefined;
  readonly step: MineStep;
}

const SECRET = /^[A-Za-z0-9_-]{32}$/;
const OF_PAIR = ["pair", "agreement", "leave", "review", "certificate"] as const;

function stepOf([name, detail]: readonly string[]): MineStep {
  if (name === "guidance" && (detail === "mentee" || detail === "mentor")) return { name, side: detail };
  const ofPair = OF_PAIR.find((one) => one === name);
  if (ofPair !== undefined && detail !== undefined) return { name: ofPair, pair: detail };
  return { name: "home" };
}

/** Reads location.hash. */
export function readMineAddress(hash: string): MineAddress {
  const [secret = "", ...parts] = hash.replace(/^#/, "").split("/");
  return { secret: SECRET.test(secret) ? secret : undefined, step: stepOf(parts) };
}

/** The hash of a screen. */
export function mineHash(secret: string, step: MineStep): string {
  if (step.name === "home") return `#${secret}`;
  return `#${secret}/${step.name}/${step.name === "guidance" ? step.side : step.pair}`;
}
