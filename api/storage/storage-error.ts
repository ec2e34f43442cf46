/** Errors as they leave storage: the kind and the database's own code, never a parameter, a row or an address. */

export type StorageErrorKind =
  | "unique"
  | "reference"
  | "check"
  | "busy"
  | "full"
  /** The disk does not do what it is told. */
  | "disk"
  | "read-only"
  | "damaged"
  | "text"
  /** The connection broke at the very end: stored or not, nobody knows. */
  | "uncertain"
  | "failed";

/** A query or a file that failed. */
export class StorageError extends Error {
  readonly kind: StorageErrorKind;
  /** The code of SQLite or Postgres, for instance SQLITE_CONSTRAINT_UNIQUE or 23505. */
  readonly code: string;

  constructor(kind: StorageErrorKind, code: string, sentence: string) {
    super(sentence);
    this.name = "StorageError";
    this.kind = kind;
    this.code = code;
  }
}

const KIND_OF_CODE: readonly (readonly [RegExp, StorageErrorKind])[] = [
  [/^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY|ROWID)$|^23505$/, "unique"],
  [/^SQLITE_CONSTRAINT_(FOREIGNKEY|TRIGGER)$|^23503$/, "reference"],
  [/^SQLITE_CONSTRAINT|^23/, "check"],
  [
    /^SQLITE_(BUSY|LOCKED)|^(40001|40P01|55P03|57014|25P03)$|^08|^57P|^ECONN|^(ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|EMFILE|ENFILE)$|^no-connection$/,
    "busy",
  ],
  [/^SQLITE_FULL|^53|^(ENOSPC|EDQUOT|EFBIG)$/, "full"],
  [/^SQLITE_(IOERR|NOMEM|PROTOCOL|NOLFS)|^58|^EIO$/, "disk"],
  [
    /^SQLITE_(READONLY|CANTOPEN|PERM)|^(25006|42501)$|^E(ACCES|PERM|ROFS|NOENT|NOTDIR|ISDIR|EXIST|NAMETOOLONG|LOOP)$/,
    "read-only",
  ],
  [/^SQLITE_(CORRUPT|NOTADB)|^XX00/, "damaged"],
  // Postgres stores no NUL character in texts.
  [/^(22021|22P05)$/, "text"],
];

const SENTENCES: Readonly<Record<StorageErrorKind, string>> = {
  unique: "A row with this key exists already.",
  reference: "A row points to one that does not exist.",
  check: "A value breaks a rule of its column.",
  busy: "The database is busy or was not reached.",
  full: "The disk of the database is full.",
  disk: "The disk of the database cannot be used.",
  "read-only": "The database cannot be written.",
  damaged: "The database file is damaged.",
  text: "A text holds a character that cannot be stored.",
  uncertain: "It is not known whether a change was stored.",
  failed: "A query failed.",
};

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

/** What the driver of Postgres says, without a code, about a connection that is gone or cannot be had. */
const CONNECTION_GONE =
  /^Connection terminated|^timeout exceeded when trying to connect$|is not queryable$|^Cannot use a pool after/;

/** The code of the driver's error, which drizzle wraps once or twice. */
function databaseCode(error: unknown): string | undefined {
  let current: unknown = error;
  for (let depth = 0; depth < 5 && current !== undefined; depth += 1) {
    const code = property(current, "code");
    if (typeof code === "string" && !(current instanceof StorageError)) {
      if (KIND_OF_CODE.some(([pattern]) => pattern.test(code))) return code;
      if (/^SQLITE_|^[0-9A-Z]{5}$/.test(code)) return code;
    }
    if (current instanceof Error && CONNECTION_GONE.test(current.message)) return "no-connection";
    current = property(current, "cause");
  }
  return undefined;
}

/**
 * Turns a database error into one without parameters; anything else passes as it is.
 * Messages of drivers and of drizzle hold SQL with values, so none of their text is kept.
 */
export function withoutParameters(error: unknown): unknown {
  if (error instanceof StorageError) return error;
  const code = databaseCode(error);
  const wrapped = property(error, "query") !== undefined && property(error, "params") !== undefined;
  if (code === undefined && !wrapped) return error;
  const kind = KIND_OF_CODE.find(([pattern]) => pattern.test(code ?? ""))?.[1] ?? "failed";
  return new StorageError(kind, code ?? "unknown", `${SENTENCES[kind]} (${code ?? "no code"})`);
}

/** True if a row with the same key exists already, on either engine, inside or outside a write. */
export function isUniqueViolation(error: unknown): boolean {
  const scrubbed = withoutParameters(error);
  return scrubbed instanceof StorageError && scrubbed.kind === "unique";
}
