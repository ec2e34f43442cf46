/** One screen of the personal page: its heading takes the focus, and the way back stands above it. */
import { type ReactNode, useEffect, useRef } from "react";
import type { MineStep } from "./mine-address.ts";
import { useHash } from "./mine-desk.ts";
import { MINE_TEXTS } from "./texts/mine-en.ts";

interface MineScreenProps {
  readonly title: string;
  /** Where "back" leads; the start screen has none. */
  readonly up?: MineStep;
  readonly children: ReactNode;
}

export function MineScreen({ title, up, children }: MineScreenProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const hashOf = useHash();
  useEffect(() => {
    document.title = `${title} – ${MINE_TEXTS.page}`;
  }, [title]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div className="mine-screen">
      {up !== undefined && (
        <p className="mine-up">
          <a href={hashOf(up)}>‹ {up.name === "home" ? MINE_TEXTS.backHome : MINE_TEXTS.back}</a>
        </p>
      )}
      <h1 ref={heading} tabIndex={-1} dir="auto">
        {title}
      </h1>
      {children}
    </div>
  );
}
