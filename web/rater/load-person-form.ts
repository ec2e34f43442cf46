/** Fetches the survey engine and the form: the heavy part, wanted once the first screen stands. */

/** Loads once; after a failure the browser may be asked again. */
export function loadPersonForm(): Promise<typeof import("./person-form.tsx")> {
  return import("./person-form.tsx");
}
