/** The link's secret on a shared computer: out of the address bar, kept in this tab alone. */

function keyOf(wave: string): string {
  return `soundings-secret-${wave}`;
}

/** The session storage may be forbidden; then there is none. */
export function keptSecret(wave: string): string | undefined {
  try {
    return sessionStorage.getItem(keyOf(wave)) ?? undefined;
  } catch {
    return undefined;
  }
}

/** @returns false if it cannot be kept, so that the address must stay as it is */
export function keepSecret(wave: string, secret: string | undefined): boolean {
  try {
    if (secret === undefined) sessionStorage.removeItem(keyOf(wave));
    else sessionStorage.setItem(keyOf(wave), secret);
    return true;
  } catch {
    return false;
  }
}
