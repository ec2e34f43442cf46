/** The head of a table of figures: a column each, by what stands in it. */
import type { ComponentProps, ReactNode } from "react";
import { SortHead } from "./sort-head.tsx";

interface HeadColumn {
  readonly label: string;
  /** Tells columns with the same label apart. */
  readonly code?: string;
  /** Words, unless it says otherwise. */
  readonly holds?: "number" | "chart";
  /** Said to readers only, because the figures or the chart speak for themselves. */
  readonly unseen?: boolean;
  /** The numbers of a chart's scale. */
  readonly axis?: ReactNode;
  /** The column sorts. */
  readonly sort?: Pick<ComponentProps<typeof SortHead>, "direction" | "href">;
}

const CLASSES = { number: "number", chart: "chart-cell" } as const;

function ColumnHead({ label, holds, unseen, axis, sort }: HeadColumn) {
  const className = holds && CLASSES[holds];
  if (sort !== undefined) return <SortHead label={label} className={className} {...sort} />;
  return (
    <th scope="col" className={className}>
      {unseen === true ? <span className="reader-only">{label}</span> : label}
      {axis}
    </th>
  );
}

/** A column of numbers. */
export function numbers(label: string, code = label): HeadColumn {
  return { label, code, holds: "number" };
}

/** @param props.columns a text alone is the head of a column of words */
export function TableHead({ columns }: { readonly columns: readonly (string | HeadColumn)[] }) {
  return (
    <thead>
      <tr>
        {columns.map((column) => {
          const head = typeof column === "string" ? { label: column } : column;
          return <ColumnHead key={`${head.holds ?? "words"} ${head.code ?? head.label}`} {...head} />;
        })}
      </tr>
    </thead>
  );
}
