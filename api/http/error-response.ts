/** Errors as HTTP: the only place that knows status codes. Problem details (RFC 9457), never an echo of input. */
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { DomainError, type ErrorCode, type InputProblem } from "../errors.ts";
import { placeOfFault } from "../fault-text.ts";
import { KeyError } from "../keys/key-ring.ts";
import { StorageError, type StorageErrorKind } from "../storage/storage-error.ts";

const STATUS: Readonly<Record<ErrorCode, ContentfulStatusCode>> = {
  "bad-input": 400,
  "bad-json": 400,
  "wrong-content-type": 415,
  "wrong-origin": 403,
  "too-large": 413,
  "not-signed-in": 401,
  "not-allowed": 403,
  "not-found": 404,
  "link-not-valid": 404,
  "wrong-state": 409,
  "not-released": 409,
  "changed-meanwhile": 409,
  "wave-closed": 410,
  "ticket-already-issued": 409,
  "ticket-not-accepted": 403,
  "already-recorded": 409,
  "group-full": 409,
  "answers-refused": 422,
  "no-draft-place": 409,
  "too-many-requests": 429,
  "store-busy": 503,
};

const TITLES: Readonly<Record<ErrorCode, string>> = {
  "bad-input": "Something in the request has to be mended",
  "bad-json": "The request is not readable",
  "wrong-content-type": "The request has the wrong type",
  "wrong-origin": "The request came from another site",
  "too-large": "The request is too large",
  "not-signed-in": "You are not signed in",
  "not-allowed": "This is not yours to do",
  "not-found": "There is nothing here",
  "link-not-valid": "This link cannot be used",
  "wrong-state": "This cannot be done now",
  "not-released": "Not released",
  "changed-meanwhile": "Somebody else changed this",
  "wave-closed": "This survey has closed",
  "ticket-already-issued": "A ticket was already given out",
  "ticket-not-accepted": "The ticket was not accepted",
  "already-recorded": "Answers were already recorded",
  "group-full": "All answers of this group have arrived",
  "answers-refused": "Some answers have to be mended",
  "no-draft-place": "No place for a draft",
  "too-many-requests": "Too many requests",
  "store-busy": "The server is busy",
};

/** The body of every error answer. */
interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ErrorCode | "unexpected";
  readonly problems?: readonly InputProblem[];
}

const PROBLEM_TYPE = "application/problem+json";

function respond(c: Context, problem: Problem, status: ContentfulStatusCode): Response {
  c.header("cache-control", "no-store");
  return c.body(JSON.stringify(problem), status, { "content-type": PROBLEM_TYPE });
}

/** Answers with a refusal. */
export function problemResponse(c: Context, error: DomainError): Response {
  const status = STATUS[error.code];
  if (error.code === "too-many-requests" || error.code === "store-busy") c.header("retry-after", "30");
  return respond(
    c,
    {
      type: `about:blank#${error.code}`,
      title: TITLES[error.code],
      status,
      detail: error.message,
      code: error.code,
      ...(error.problems.length === 0 ? {} : { problems: error.problems }),
    },
    status,
  );
}

const NEEDS_HELP: ReadonlySet<StorageErrorKind> = new Set(["full", "disk", "read-only", "damaged"]);

/** Receives errors nobody foresaw. Gets the error's class and nothing of the request. */
export type UnexpectedErrorLog = (line: string) => void;

/**
 * Hono's onError: refusals become problems; anything else is a fault of ours, logged by class and code alone,
 * because messages of database and parser errors can hold what a person typed.
 */
export function errorHandler(log: UnexpectedErrorLog): (error: Error, c: Context) => Response {
  return (error, c) => {
    if (error instanceof DomainError) return problemResponse(c, error);
    if (error instanceof HTTPException) return problemResponse(c, fromHttpException(error));
    const refusal = error instanceof StorageError ? fromStorageError(error) : undefined;
    if (refusal !== undefined) {
      // Whoever runs the server has to do something about it; a busy moment passes.
      if (error instanceof StorageError && NEEDS_HELP.has(error.kind)) log(`stores: ${error.message}`);
      return problemResponse(c, refusal);
    }
    if (error instanceof KeyError) {
      log(`keys: ${error.message}`);
      return problemResponse(c, keyIsAway());
    }
    log(`unexpected ${placeOfFault(error)}`);
    return respond(
      c,
      {
        type: "about:blank#unexpected",
        title: "The server made a mistake",
        status: 500,
        detail:
          "Something failed on the server. Nothing was stored. Try again, and tell the coordinator if it goes on.",
        code: "unexpected",
      },
      500,
    );
  };
}

const STORE_IS_AWAY: ReadonlySet<StorageErrorKind> = new Set([
  "busy",
  "full",
  "disk",
  "read-only",
  "damaged",
]);

/** What the database cannot do now or ever is no fault of the program; everything else it says is. */
function fromStorageError({ kind }: StorageError): DomainError | undefined {
  if (kind === "text") {
    return new DomainError(
      "bad-input",
      "A text holds a character that cannot be stored. Nothing was stored.",
    );
  }
  if (kind === "uncertain") {
    return new DomainError(
      "store-busy",
      "The server lost its database while this was being stored, so it may be stored or not. Look first, then try again; answers that are sent again are recorded once.",
    );
  }
  if (!STORE_IS_AWAY.has(kind)) return undefined;
  return new DomainError(
    "store-busy",
    "The server cannot store anything just now. Nothing of this request was stored. Try again in a minute, and tell the coordinator if it goes on.",
  );
}

/** Damaged after the start, which tries every key. */
function keyIsAway(): DomainError {
  return new DomainError(
    "store-busy",
    "The server cannot open one of its keys, so this cannot be done just now. Nothing of this request was stored, and nothing is lost. Keep what you wrote, and tell the coordinator: whoever runs the server has to look at its log.",
  );
}

function fromHttpException(error: HTTPException): DomainError {
  if (error.status === 413) {
    return new DomainError(
      "too-large",
      "The request is larger than this address accepts. Send less at once.",
    );
  }
  if (error.status === 404) return new DomainError("not-found", "There is nothing at this address.");
  return new DomainError("bad-json", "The request could not be read. Send valid JSON.");
}
