/** The one cookie of staff pages: unreadable to scripts, never sent by other sites' pages. Rater pages have none. */
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";

/** `__Host-` ties the cookie to this host and to https; browsers refuse it over plain http. */
function cookieOf(secure: boolean) {
  return {
    name: secure ? "__Host-soundings" : "soundings",
    options: { path: "/", httpOnly: true, sameSite: "Strict", secure } as const,
  };
}

export interface SessionCookie {
  read(c: Context): string | undefined;
  set(c: Context, token: string): void;
  clear(c: Context): void;
}

/** @param baseUrl of the pages; its scheme decides the cookie's name */
export function sessionCookie(baseUrl: () => string): SessionCookie {
  const cookie = () => cookieOf(baseUrl().startsWith("https:"));
  return {
    read: (c) => getCookie(c, cookie().name),
    set: (c, token) => {
      const { name, options } = cookie();
      setCookie(c, name, token, options);
    },
    clear: (c) => {
      const { name, options } = cookie();
      deleteCookie(c, name, options);
    },
  };
}
