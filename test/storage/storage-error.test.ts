/** No parameter leaves storage with an error. */
import { DrizzleQueryError } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { DomainError } from "../../api/errors.ts";
import { isUniqueViolation, StorageError, withoutParameters } from "../../api/storage/storage-error.ts";

const SECRET = "grace@example.org";

function driverError(code: string): Error {
  return Object.assign(new Error(`Key (mail)=(${SECRET}) already exists`), { code, detail: SECRET });
}

function drizzleError(cause: Error): DrizzleQueryError {
  return new DrizzleQueryError(`insert into "persons" values ('${SECRET}')`, [SECRET], cause);
}

/** Everything an error could put into a log. */
function everything(error: unknown): string {
  return error instanceof Error
    ? [
        error.message,
        error.stack,
        String(error),
        JSON.stringify({ ...error }),
        everything(error.cause),
      ].join()
    : String(error);
}

describe("an error that leaves storage", () => {
  it.each([
    ["SQLITE_CONSTRAINT_UNIQUE", "unique"],
    ["SQLITE_CONSTRAINT_PRIMARYKEY", "unique"],
    ["23505", "unique"],
    ["SQLITE_CONSTRAINT_FOREIGNKEY", "reference"],
    ["23503", "reference"],
    ["SQLITE_CONSTRAINT_NOTNULL", "check"],
    ["23514", "check"],
    ["SQLITE_BUSY_SNAPSHOT", "busy"],
    ["ECONNRESET", "busy"],
    ["57P01", "busy"],
    ["SQLITE_FULL", "full"],
    ["53100", "full"],
    ["SQLITE_READONLY", "read-only"],
    ["SQLITE_CORRUPT", "damaged"],
    ["22021", "text"],
    ["SQLITE_ERROR", "failed"],
    ["42703", "failed"],
  ])("with code %s is of kind %s and holds no parameter", (code, kind) => {
    for (const error of [driverError(code), drizzleError(driverError(code))]) {
      const scrubbed = withoutParameters(error);
      expect(scrubbed).toBeInstanceOf(StorageError);
      expect(scrubbed).toMatchObject({ kind, code });
      expect(everything(scrubbed)).not.toContain(SECRET);
      expect(everything(error)).toContain(SECRET);
    }
  });

  it("loses its parameters even when it has no code", () => {
    expect(everything(withoutParameters(drizzleError(new Error(SECRET))))).not.toContain(SECRET);
  });

  it("passes as it is when it is not the database's", () => {
    for (const error of [new DomainError("not-found", "no"), new RangeError("no"), "no", undefined]) {
      expect(withoutParameters(error)).toBe(error);
    }
  });

  it("tells a unique violation from any other, wrapped or not", () => {
    expect(isUniqueViolation(drizzleError(driverError("23505")))).toBe(true);
    expect(isUniqueViolation(withoutParameters(driverError("SQLITE_CONSTRAINT_UNIQUE")))).toBe(true);
    expect(isUniqueViolation(drizzleError(driverError("23503")))).toBe(false);
    expect(isUniqueViolation(new RangeError("no"))).toBe(false);
  });
});
