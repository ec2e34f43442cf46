/** A strict reader of uncompressed zip archives and of the workbooks in them. */
import { crc32Of } from "./crc32.ts";

/** The files by name. */
export function readZip(archive: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.length);
  const end = archive.length - 22;
  if (view.getUint32(end, true) !== 0x06054b50) throw new Error("the directory's end is missing");
  const files = new Map<string, Uint8Array>();
  let place = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(place, true) !== 0x02014b50) throw new Error("an entry of the directory is missing");
    const size = view.getUint32(place + 20, true);
    const length = view.getUint16(place + 28, true);
    const name = new TextDecoder().decode(archive.subarray(place + 46, place + 46 + length));
    const local = view.getUint32(place + 42, true);
    if (view.getUint32(local, true) !== 0x04034b50) throw new Error("a file's header is missing");
    if (view.getUint16(local + 8, true) !== 0) throw new Error("files are stored");
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const bytes = archive.subarray(start, start + size);
    if (crc32Of(bytes) !== view.getUint32(place + 16, true)) throw new Error(`${name} is damaged`);
    files.set(name, bytes);
    place += 46 + length;
  }
  if (place !== end) throw new Error("the directory has another length than it says");
  return files;
}

/** A cell as a spreadsheet shows it; undefined where there is none. */
type ReadCell = string | number | undefined;

/** Sheets by name: rows of cells, in the order of the columns. */
export function readXlsx(archive: Uint8Array): ReadonlyMap<string, readonly (readonly ReadCell[])[]> {
  const files = readZip(archive);
  const text = (name: string): string => new TextDecoder("utf-8", { fatal: true }).decode(files.get(name));
  const targets = new Map(
    [...text("xl/_rels/workbook.xml.rels").matchAll(/Id="(\w+)"[^>]*Target="([^"]+)"/g)].map(
      ([, id = "", target = ""]) => [id, target],
    ),
  );
  const sheets = text("xl/workbook.xml").matchAll(/<sheet name="([^"]*)" sheetId="\d+" r:id="(\w+)"\/>/g);
  const texts = [
    ...text("xl/sharedStrings.xml").matchAll(/<si><t xml:space="preserve">(.*?)<\/t><\/si>/gs),
  ].map(([, shared = ""]) => unescaped(shared));
  return new Map(
    [...sheets].map(([, name = "", id = ""]) => [
      unescaped(name),
      rowsOf(text(`xl/${targets.get(id) ?? ""}`), texts),
    ]),
  );
}

function rowsOf(xml: string, texts: readonly string[]): readonly (readonly ReadCell[])[] {
  if (/<f[ >]/.test(xml)) throw new Error("a sheet holds no formula");
  return [...xml.matchAll(/<row r="\d+">(.*?)<\/row>/gs)].map(([, row = ""]) => {
    const cells: ReadCell[] = [];
    for (const [, column = "", type, value] of row.matchAll(
      /<c r="([A-Z]+)\d+" s="\d+"( t="s")?><v>([^<]*)<\/v><\/c>/g,
    )) {
      const place = [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      cells[place] = type === undefined ? Number(value) : texts[Number(value)];
    }
    return cells;
  });
}

function unescaped(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
