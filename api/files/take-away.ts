/** The end of every verb that hands out a file: the audit log says who took what, then it is written. */
import type { FileBook } from "../../analysis/files/file-book.ts";
import { appendAudit } from "../audit/append-audit.ts";
import type { StaffContext } from "../context.ts";
import type { StaffMember } from "../permissions.ts";
import { type FileFormat, type WrittenFile, writeBook } from "./file-format.ts";

interface FileToTake {
  readonly book: FileBook;
  readonly format: FileFormat;
  /** The titles that the file is named after. */
  readonly called: readonly string[];
  /** What it is of, for the audit log: ids, never titles or names. */
  readonly of: Readonly<Record<string, unknown>>;
}

/** The file; nobody gets one that the audit log does not know of. */
export async function takeAway(
  { people, clock }: Pick<StaffContext, "people" | "clock">,
  staff: StaffMember,
  { book, format, called, of }: FileToTake,
): Promise<WrittenFile> {
  await people.write((tx) =>
    appendAudit(tx, {
      at: clock(),
      actorPersonId: staff.personId,
      action: "file-written",
      details: { ...of, format },
    }),
  );
  return writeBook(book, format, called);
}
