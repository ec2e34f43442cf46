/** Forms are sent by our own requests, never by the browser's. */
import type { FormEvent } from "react";

/** @returns an onSubmit that runs the action instead of leaving the page. */
export function submitting(run: () => void): (event: FormEvent) => void {
  return (event) => {
    event.preventDefault();
    run();
  };
}
