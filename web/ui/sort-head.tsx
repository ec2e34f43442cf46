/** The head of a column that sorts; which one does stands in the address. */
import { Link } from "wouter";
import { UI_TEXTS } from "./texts/ui.ts";

interface SortHeadProps {
  readonly label: string;
  /** Undefined: the table is sorted by another column. */
  readonly direction: "ascending" | "descending" | undefined;
  /** Where a press leads. */
  readonly href: string;
  readonly className?: string | undefined;
}

export function SortHead({ label, direction, href, className }: SortHeadProps) {
  return (
    <th scope="col" aria-sort={direction ?? "none"} className={className}>
      <Link className="sort-link" href={href} replace aria-label={UI_TEXTS.sortBy(label)}>
        {label}
        <span className="sort-sign" aria-hidden="true">
          {direction === undefined ? "↕" : direction === "ascending" ? "↑" : "↓"}
        </span>
      </Link>
    </th>
  );
}
