/** A wide table in a region of its own that scrolls sideways, by keyboard too. */
import type { ReactNode } from "react";

interface ScrollRegionProps {
  readonly label: string;
  readonly className: string;
  readonly children: ReactNode;
}

export function ScrollRegion({ label, className, children }: ScrollRegionProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard, and the rule knows no element or role for it
    <section className={className} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
