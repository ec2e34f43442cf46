/** Paper shows everything: what is folded on the screen opens for printing and closes again. */
import { useEffect, useRef } from "react";

/** @param within selects the page whose folded parts are meant */
export function usePrintsUnfolded(within: string) {
  const opened = useRef<HTMLDetailsElement[]>([]);
  useEffect(() => {
    const open = () => {
      const folded = document.querySelectorAll<HTMLDetailsElement>(`${within} details:not([open])`);
      opened.current = [...folded];
      for (const details of opened.current) details.open = true;
    };
    const close = () => {
      for (const details of opened.current) details.open = false;
      opened.current = [];
    };
    window.addEventListener("beforeprint", open);
    window.addEventListener("afterprint", close);
    return () => {
      window.removeEventListener("beforeprint", open);
      window.removeEventListener("afterprint", close);
    };
  }, [within]);
}
