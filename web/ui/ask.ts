/** Asking the API: its answer, or a refusal in sentences that can be shown as they are. */
import { UI_TEXTS } from "./texts/ui.ts";

/** What a refusal says; the shape of the server's problem details. */
export interface RefusalReason {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly problems: readonly { readonly path: string; readonly sentence: string }[];
}

/** Thrown instead of an answer. */
export class Refusal extends Error {
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason) {
    super(reason.detail);
    this.name = "Refusal";
    this.reason = reason;
  }
}

interface Answer<T> {
  readonly ok: boolean;
  json(): Promise<T>;
}

function textOf(value: unknown, fallback: string): string {
  return typeof value === "string" && value !== "" ? value : fallback;
}

/** Reads problem details without trusting their shape: a proxy may have answered instead of our server. */
function reasonOf(body: unknown): RefusalReason {
  if (typeof body !== "object" || body === null) return UI_TEXTS.unreadable;
  const code = "code" in body ? textOf(body.code, "unexpected") : "unexpected";
  const title = "title" in body ? textOf(body.title, UI_TEXTS.unreadable.title) : UI_TEXTS.unreadable.title;
  const detail =
    "detail" in body ? textOf(body.detail, UI_TEXTS.unreadable.detail) : UI_TEXTS.unreadable.detail;
  const listed: readonly unknown[] = "problems" in body && Array.isArray(body.problems) ? body.problems : [];
  const problems = listed.flatMap((problem) =>
    typeof problem === "object" && problem !== null && "sentence" in problem
      ? [
          {
            path: "path" in problem ? textOf(problem.path, "") : "",
            sentence: textOf(problem.sentence, ""),
          },
        ]
      : [],
  );
  return { code, title, detail, problems };
}

/** @throws Refusal if the server refuses, cannot be reached, or answers something that is not ours. */
export async function answerOf<T>(asked: Promise<Answer<T>>): Promise<T> {
  const answer = await asked.catch(() => {
    throw new Refusal(UI_TEXTS.unreachable);
  });
  if (answer.ok) {
    return answer.json().catch(() => {
      throw new Refusal(UI_TEXTS.unreadable);
    });
  }
  const body: unknown = await answer.json().catch(() => undefined);
  throw new Refusal(reasonOf(body));
}

/** What to show for an error of any kind. */
export function reasonFor(error: unknown): RefusalReason {
  return error instanceof Refusal ? error.reason : UI_TEXTS.brokenScreen;
}
