/** Times as browsers' fields hold them (in the reader's zone, without it) and as the API does. */

/** "2025-12-05T17:00" in the reader's zone to an ISO time; "" to undefined. */
export function isoOfField(field: string): string | undefined {
  const time = new Date(field);
  return field === "" || Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}

/** An ISO time as a field of kind datetime-local holds it. */
export function fieldOfIso(iso: string | null): string {
  if (iso === null) return "";
  const time = new Date(iso);
  return new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
