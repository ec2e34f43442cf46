/** Links to the parts of a long list; the place in it stands in the address. */
import { Link } from "wouter";
import { UI_TEXTS } from "./texts/ui.ts";

interface PageLinksProps {
  readonly offset: number;
  readonly limit: number;
  readonly total: number;
  readonly hrefOf: (offset: number) => string;
}

export function PageLinks({ offset, limit, total, hrefOf }: PageLinksProps) {
  if (total <= limit && offset === 0) return null;
  return (
    <nav className="page-links" aria-label={UI_TEXTS.pages}>
      {offset > 0 && (
        <Link className="button" href={hrefOf(Math.max(0, offset - limit))}>
          {UI_TEXTS.previous}
        </Link>
      )}
      <span>{UI_TEXTS.page(Math.min(offset + 1, total), Math.min(offset + limit, total), total)}</span>
      {offset + limit < total && (
        <Link className="button" href={hrefOf(offset + limit)}>
          {UI_TEXTS.next}
        </Link>
      )}
    </nav>
  );
}
