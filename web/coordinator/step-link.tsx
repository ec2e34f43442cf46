/** A link to one of a wave's parts, that looks like the step it is. */
import type { ReactNode } from "react";
import { Link } from "wouter";
import type { Wave } from "./load-wave.ts";

interface StepLinkProps {
  readonly wave: Wave;
  readonly step: string;
  readonly primary?: boolean;
  readonly children: ReactNode;
}

export function StepLink({ wave, step, primary, children }: StepLinkProps) {
  return (
    <Link
      className={primary === true ? "button button-primary" : "button"}
      href={`/staff/waves/${wave.id}/${step}`}
    >
      {children}
    </Link>
  );
}
