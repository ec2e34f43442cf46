/** One screen: its heading takes the focus when it appears, and its title stands in the tab. */
import { type ReactNode, useEffect, useRef } from "react";
import { Link } from "wouter";
import { RefusalNotice } from "./refusal-notice.tsx";
import { UI_TEXTS } from "./texts/ui.ts";
import type { Loading } from "./use-loaded.ts";

interface ScreenProps {
  readonly title: string;
  /** What the tab says, if shorter than the title. */
  readonly tabTitle?: string;
  /** The screen above this one. */
  readonly up?: { readonly href: string; readonly label: string };
  readonly children: ReactNode;
}

export function Screen({ title, tabTitle, up, children }: ScreenProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${tabTitle ?? title} – ${UI_TEXTS.product}`;
  }, [title, tabTitle]);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="screen">
      {up !== undefined && (
        <p className="screen-up">
          <Link href={up.href}>‹ {up.label}</Link>
        </p>
      )}
      <h1 ref={heading} tabIndex={-1} dir="auto">
        {title}
      </h1>
      {children}
    </div>
  );
}

interface WhenLoadedProps<T> {
  readonly loading: Loading<T>;
  readonly children: (value: T) => ReactNode;
}

/** Loading and failing look the same everywhere; signed-out people are shown the way back in. */
export function WhenLoaded<T>({ loading, children }: WhenLoadedProps<T>) {
  const { loaded, again } = loading;
  if (loaded.state === "loaded") return children(loaded.value);
  if (loaded.state === "loading") {
    return (
      <p className="loading" role="status">
        {UI_TEXTS.loading}
      </p>
    );
  }
  if (loaded.reason.code === "not-signed-in") return <SignedOutNotice />;
  return <RefusalNotice reason={loaded.reason} again={again} />;
}

function SignedOutNotice() {
  return (
    <div className="notice notice-caution" role="alert">
      <p>
        <strong>{UI_TEXTS.signedOut.title}.</strong> {UI_TEXTS.signedOut.detail}
      </p>
      <p>
        <a className="button button-primary" href="/sign-in">
          {UI_TEXTS.signIn}
        </a>
      </p>
    </div>
  );
}
