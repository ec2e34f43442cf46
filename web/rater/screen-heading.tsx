/** The heading of a screen: takes the focus when the screen appears, so that keyboards and readers begin there. */
import { type ReactElement, type ReactNode, useEffect, useRef } from "react";

export function ScreenHeading({ children }: { readonly children: ReactNode }): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    window.scrollTo({ top: 0 });
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
