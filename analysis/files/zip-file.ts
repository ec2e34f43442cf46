/** Several files in one: a zip archive without compression, clock or system in it, so that equal contents give equal bytes. */
import { utf8 } from "../../surveys/utf8.ts";
import { ByteWriter } from "../byte-writer.ts";

export interface ZipEntry {
  /** With slashes between folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** 1 January 1980, the earliest day that a zip archive can name. */
const EARLIEST_DAY = 0x21;
const VERSION = 20;
/** Names are UTF-8. */
const UTF8_NAMES = 0x0800;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, start) => {
  let value = start;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (CRC_TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

/**
 * Packs files. They are stored, not compressed: compressors differ between versions, and the same inputs shall give
 * the same bytes everywhere.
 * @param entries the files, in the order in which they are listed
 * @returns the archive
 * @see PKWARE, .ZIP File Format Specification (APPNOTE) 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16
 * @example zipFile([{ name: "a.txt", bytes: utf8("a") }])
 */
export function zipFile(entries: readonly ZipEntry[]): Uint8Array {
  const out = new ByteWriter();
  const directory = new ByteWriter();
  let offset = 0;
  for (const { name, bytes } of entries) {
    const called = utf8(name);
    const crc = crc32(bytes);
    out.word(0x04034b50);
    facts(out, { crc, size: bytes.length, name: called.length });
    out.bytesOf(called);
    out.bytesOf(bytes);
    directory.word(0x02014b50);
    directory.short(VERSION);
    facts(directory, { crc, size: bytes.length, name: called.length });
    directory.short(0);
    directory.short(0);
    directory.short(0);
    directory.word(0);
    directory.word(offset);
    directory.bytesOf(called);
    offset += 30 + called.length + bytes.length;
  }
  const listed = directory.finish();
  out.bytesOf(listed);
  out.word(0x06054b50);
  out.word(0);
  out.short(entries.length);
  out.short(entries.length);
  out.word(listed.length);
  out.word(offset);
  out.short(0);
  return out.finish();
}

/** What the local header and the directory say alike. */
function facts(
  out: ByteWriter,
  { crc, size, name }: { readonly crc: number; readonly size: number; readonly name: number },
): void {
  out.short(VERSION);
  out.short(UTF8_NAMES);
  out.short(0);
  out.short(0);
  out.short(EARLIEST_DAY);
  out.word(crc);
  out.word(size);
  out.word(size);
  out.short(name);
  out.short(0);
}
