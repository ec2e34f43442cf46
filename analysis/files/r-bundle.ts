/** A book for R: coded CSV files, the codebook that says what the codes mean, the notes, and the script that reads them. */
import { utf8 } from "../../surveys/utf8.ts";
import { codedCsv } from "./csv-file.ts";
import type { FileBook, FileColumn, FileTable } from "./file-book.ts";
import { plainText } from "./safe-text.ts";
import { zipFile } from "./zip-file.ts";

/**
 * Packs a book for R. `source("read.R")` in the unpacked folder gives one data frame a table, factors for codes, NA for
 * what is missing or suppressed (column status says which), and variable labels as attributes.
 * @param book the book
 * @returns a zip archive
 * @see R Core Team, R Data Import/Export: read.csv
 * @example rBundle(book).length
 */
export function rBundle(book: FileBook): Uint8Array {
  const { title, tables, notes } = book;
  const text = (name: string, content: string) => ({ name, bytes: utf8(content) });
  return zipFile([
    text("read.R", readScript(book)),
    ...tables.map((table) => text(`${table.name}.csv`, codedCsv(table))),
    text("variables.csv", codedCsv(variablesOf(tables))),
    text(
      "notes.txt",
      [title, "", ...notes.map((note) => plainText(`${note.about}: ${note.text}`)), ""].join("\n"),
    ),
  ]);
}

const VARIABLES: readonly FileColumn[] = [
  { name: "table", label: "Table", kind: "text" },
  { name: "variable", label: "Variable", kind: "text" },
  { name: "label", label: "What it is", kind: "text" },
  { name: "kind", label: "text or number", kind: "text" },
  { name: "value", label: "Code", kind: "number" },
  { name: "value_label", label: "What the code means", kind: "text" },
];

/** One line a variable, and one more for each of its codes. */
function variablesOf(tables: readonly FileTable[]): FileTable {
  return {
    name: "variables",
    title: "Variables",
    columns: VARIABLES,
    rows: tables.flatMap((table) =>
      table.columns.flatMap(({ name, label, kind, labels }) => [
        { table: table.name, variable: name, label, kind },
        ...(labels ?? []).map((one) => ({
          table: table.name,
          variable: name,
          label,
          kind,
          value: one.value,
          value_label: one.label,
        })),
      ]),
    ),
  };
}

/** Names of tables and variables are ours, of letters, digits and underscores: they need no quoting. */
function readScript({ tables }: FileBook): string {
  return [
    '# Reads the tables of this folder: source("read.R", chdir = TRUE)',
    '# Codes become factors, missing and suppressed figures NA; attr(x, "label") says what a variable is.',
    'variables <- read.csv("variables.csv", encoding = "UTF-8", na.strings = "", stringsAsFactors = FALSE)',
    "read_table <- function(name) {",
    '  rows <- read.csv(paste0(name, ".csv"), encoding = "UTF-8", na.strings = "", stringsAsFactors = FALSE)',
    "  for (variable in names(rows)) {",
    "    about <- variables[variables$table == name & variables$variable == variable, ]",
    "    codes <- about[!is.na(about$value), ]",
    '    if (about$kind[1] == "text") {',
    "      # An apostrophe stands before texts that a spreadsheet would take for a formula.",
    '      rows[[variable]] <- sub("^\'([[:space:]]*[-=+@])", "\\\\1", as.character(rows[[variable]]))',
    "    } else if (nrow(codes) > 0 && all(is.na(rows[[variable]]) | rows[[variable]] %in% codes$value)) {",
    "      rows[[variable]] <- factor(rows[[variable]], levels = codes$value, labels = codes$value_label)",
    "    } else {",
    "      rows[[variable]] <- as.numeric(rows[[variable]])",
    "    }",
    '    attr(rows[[variable]], "label") <- about$label[1]',
    "  }",
    "  rows",
    "}",
    ...tables.map(({ name }) => `${name} <- read_table("${name}")`),
    "",
  ].join("\n");
}
