/** A screen of one round, with the way to the round's other parts. */
import type { ReactNode } from "react";
import { Link } from "wouter";
import { Screen } from "../../ui/screen.tsx";
import { ROUND_TEXTS } from "../../ui/texts/mentoring-round.ts";

type RoundPart = keyof typeof ROUND_TEXTS.part;

const PARTS: readonly { readonly part: RoundPart; readonly path: string }[] = [
  { part: "overview", path: "" },
  { part: "people", path: "/people" },
  { part: "board", path: "/board" },
  { part: "pairs", path: "/pairs" },
  { part: "settings", path: "/settings" },
];

interface RoundScreenProps {
  readonly round: string;
  readonly part: RoundPart;
  readonly title: string;
  /** Where this screen lies below a part. */
  readonly up?: { readonly href: string; readonly label: string };
  readonly children: ReactNode;
}

export function RoundScreen({ round, part, title, up, children }: RoundScreenProps) {
  return (
    <Screen title={title} up={up ?? { href: "/staff/mentoring", label: ROUND_TEXTS.up }}>
      <nav className="round-parts" aria-label={ROUND_TEXTS.parts}>
        {PARTS.map((one) => (
          <Link
            key={one.part}
            href={`/staff/mentoring/${round}${one.path}`}
            aria-current={one.part === part ? "page" : undefined}
          >
            {ROUND_TEXTS.part[one.part]}
          </Link>
        ))}
      </nav>
      {children}
    </Screen>
  );
}
