/** A SQLite file as it stands, its log applied, in memory: read without opening it, so that nothing on disk changes. */
import { open, readFile, stat } from "node:fs/promises";

const LOG_HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
const ATTEMPTS = 20;

/** What lay on disk at one moment. */
export interface SqliteImage {
  /** The database with all committed pages of its log in place; opens as a database of its own. */
  readonly bytes: Buffer;
  /** The log as it lay there, empty if there is none. */
  readonly log: Buffer;
  /** Pages that the log holds: of the database now, and left over from before. */
  readonly framesInUse: number;
  readonly framesLeftOver: number;
  /** When the file or its log was last written. */
  readonly changedAt: Date;
}

/** A file that cannot be read as a database; the sentence is for whoever runs the command. */
export class ImageError extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = "ImageError";
  }
}

async function logOf(file: string): Promise<Buffer> {
  return readFile(`${file}-wal`).catch(() => Buffer.alloc(0));
}

async function logHeader(file: string): Promise<Buffer> {
  const handle = await open(`${file}-wal`, "r").catch(() => undefined);
  if (handle === undefined) return Buffer.alloc(0);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(LOG_HEADER_BYTES), 0, LOG_HEADER_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/**
 * Reads file and log while others may write. A read is good if meanwhile the file did not change and the log was not
 * begun anew: what was only added to the log belongs to later moments and is left out by its checksums.
 * @throws ImageError
 */
export async function readSqliteImage(file: string): Promise<SqliteImage> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = await stat(file, { bigint: true }).catch(() => undefined);
    if (before === undefined) throw new ImageError(`There is no ${file}, or it may not be read.`);
    const log = await logOf(file);
    const bytes = await readFile(file).catch(() => undefined);
    if (bytes === undefined)
      throw new ImageError(`${file} may not be read. Run this as the server's account.`);
    const header = await logHeader(file);
    const after = await stat(file, { bigint: true }).catch(() => undefined);
    const same = after?.mtimeNs === before.mtimeNs && after.size === before.size;
    if (same && header.equals(log.subarray(0, LOG_HEADER_BYTES))) {
      const logTime = await stat(`${file}-wal`).catch(() => undefined);
      const changedAt = new Date(
        Math.max(Number(before.mtimeMs), log.length === 0 ? 0 : (logTime?.mtimeMs ?? 0)),
      );
      return { ...applyLog(bytes, log), log, changedAt };
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new ImageError(`${file} is being rewritten all the time. Try again when less is going on.`);
}

interface Frame {
  readonly page: number;
  readonly content: Buffer;
  /** Size of the database in pages if the frame ends a transaction, else 0. */
  readonly commit: number;
}

/** @see https://www.sqlite.org/fileformat2.html#the_write_ahead_log */
function* validFrames(log: Buffer): Iterable<Frame> {
  if (log.length < LOG_HEADER_BYTES) return;
  const bigEndian = (log.readUInt32BE(0) & 1) === 1;
  const pageSize = log.readUInt32BE(8);
  const salt = log.subarray(16, 24);
  let sums: Sums = checksum(log.subarray(0, 24), [0, 0], bigEndian);
  if (sums[0] !== log.readUInt32BE(24) || sums[1] !== log.readUInt32BE(28)) return;
  const step = FRAME_HEADER_BYTES + pageSize;
  for (let at = LOG_HEADER_BYTES; at + step <= log.length; at += step) {
    const content = log.subarray(at + FRAME_HEADER_BYTES, at + step);
    if (!log.subarray(at + 8, at + 16).equals(salt)) return;
    sums = checksum(content, checksum(log.subarray(at, at + 8), sums, bigEndian), bigEndian);
    if (sums[0] !== log.readUInt32BE(at + 16) || sums[1] !== log.readUInt32BE(at + 20)) return;
    yield { page: log.readUInt32BE(at), content, commit: log.readUInt32BE(at + 4) };
  }
}

type Sums = readonly [number, number];

function checksum(bytes: Buffer, [first, second]: Sums, bigEndian: boolean): Sums {
  let a = first;
  let b = second;
  for (let at = 0; at < bytes.length; at += 8) {
    const one = bigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at);
    const two = bigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4);
    a = (a + one + b) >>> 0;
    b = (b + two + a) >>> 0;
  }
  return [a, b];
}

/** Puts the committed pages of the log over the file's own. */
function applyLog(file: Buffer, log: Buffer): Pick<SqliteImage, "bytes" | "framesInUse" | "framesLeftOver"> {
  const pageSize = log.length < LOG_HEADER_BYTES ? 0 : log.readUInt32BE(8);
  const all =
    pageSize === 0 ? 0 : Math.floor((log.length - LOG_HEADER_BYTES) / (FRAME_HEADER_BYTES + pageSize));
  const committed = new Map<number, Buffer>();
  let waiting: Frame[] = [];
  let used = 0;
  let pages: number | undefined;
  for (const frame of validFrames(log)) {
    waiting.push(frame);
    if (frame.commit === 0) continue;
    for (const { page, content } of waiting) committed.set(page, content);
    used += waiting.length;
    waiting = [];
    pages = frame.commit;
  }
  const bytes = pages === undefined ? Buffer.from(file) : Buffer.alloc(pages * pageSize);
  if (pages !== undefined) {
    file.copy(bytes, 0, 0, Math.min(file.length, bytes.length));
    for (const [page, content] of committed) if (page <= pages) content.copy(bytes, (page - 1) * pageSize);
  }
  // Read and write version: without a log, since the image has none.
  if (bytes.length >= 20) bytes.fill(1, 18, 20);
  return { bytes, framesInUse: used, framesLeftOver: all - used };
}
