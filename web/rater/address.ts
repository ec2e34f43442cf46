/** The part of the address after #: what the link tells, and where the rater is. It never leaves the browser. */
import { type LinkFragment, linkFragmentText, readLinkFragment } from "../../surveys/link-fragment.ts";

export type RaterStep =
  | { readonly name: "promise" }
  | { readonly name: "people" }
  | { readonly name: "enter-code" }
  | { readonly name: "resume-code" }
  | { readonly name: "form"; readonly subject: string; readonly page: number }
  | { readonly name: "review"; readonly subject: string }
  | { readonly name: "sent"; readonly subject: string };

export interface RaterAddress {
  /** Undefined when it is missing or not whole. */
  readonly link: LinkFragment | undefined;
  readonly step: RaterStep;
}

/** Stands for the subject of a survey that is about nobody in particular. */
const NOBODY = "-";

function stepOf(parts: readonly string[]): RaterStep {
  const [name, rawSubject, rawPage] = parts;
  if (name === "people" || name === "enter-code" || name === "resume-code") return { name };
  if (rawSubject === undefined) return { name: "promise" };
  const subject = rawSubject === NOBODY ? "" : rawSubject;
  if (name === "review" || name === "sent") return { name, subject };
  if (name !== "form") return { name: "promise" };
  const page = Number.parseInt(rawPage ?? "1", 10);
  return { name, subject, page: Number.isInteger(page) && page >= 1 && page <= 999 ? page - 1 : 0 };
}

/** Reads location.hash. */
export function readAddress(hash: string): RaterAddress {
  const [link = "", ...parts] = hash.replace(/^#/, "").split("/");
  return { link: readLinkFragment(link), step: stepOf(parts) };
}

function pathOf(step: RaterStep): string {
  switch (step.name) {
    case "promise":
      return "";
    case "form":
      return `/form/${step.subject || NOBODY}/${step.page + 1}`;
    case "review":
    case "sent":
      return `/${step.name}/${step.subject || NOBODY}`;
    default:
      return `/${step.name}`;
  }
}

/** The hash of a step; without the link where the device is shared. */
export function writeAddress(link: LinkFragment | undefined, step: RaterStep): string {
  return `#${link === undefined ? "" : linkFragmentText(link)}${pathOf(step)}`;
}
