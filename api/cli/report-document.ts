/** A printed report as sections of paragraphs, charts and tables; Markdown and HTML are made from it. */

/** A cell of a table. A suppressed one is hatched and says why. */
export interface DocumentCell {
  readonly text: string;
  readonly suppressed?: boolean;
}

export interface DocumentTable {
  readonly caption: string;
  /** The first column names the row. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly DocumentCell[])[];
}

/** One row of a dot chart: before hollow, after filled, limits as lines. */
export interface ChartRow {
  readonly label: string;
  readonly before: ChartMark | null;
  readonly after: ChartMark | null;
}

export interface ChartMark {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly n: number;
  /** The value as printed. */
  readonly text: string;
}

export interface DotChart {
  readonly title: string;
  /** What the chart shows, in a sentence. */
  readonly sentence: string;
  readonly lowest: number;
  readonly highest: number;
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
  readonly rows: readonly ChartRow[];
}

export interface DocumentSection {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly charts: readonly DotChart[];
  readonly tables: readonly DocumentTable[];
  readonly list: readonly string[];
}

export interface ReportDocument {
  readonly title: string;
  readonly subtitle: string;
  readonly sections: readonly DocumentSection[];
}

/** A section of which only some parts are given. */
export function section(heading: string, parts: Partial<Omit<DocumentSection, "heading">>): DocumentSection {
  return { heading, paragraphs: [], charts: [], tables: [], list: [], ...parts };
}

/** A row of plain cells. */
export function plainRow(...texts: readonly string[]): readonly DocumentCell[] {
  return texts.map((text) => ({ text }));
}
