/** Saying no to being a mentor on the first screen: the same request and the same answer for every link. */
import type { LinkFragment } from "../../surveys/link-fragment.ts";
import type { Server } from "./protocol/server.ts";
import { fetchToldManifest } from "./protocol/told-manifest.ts";
import { FIRST_SCREEN_TEXTS as TEXTS } from "./texts/first-screen-en.ts";

/** @returns true once the server has answered; what it did is the same to see for every link */
async function sendNo(
  server: Server,
  wave: string,
  { secret, manifestMark }: LinkFragment,
): Promise<boolean> {
  if (!(await fetchToldManifest(server, wave, manifestMark)).ok) return false;
  const body = JSON.stringify({ wave, secret });
  return (await server.send("POST", "/api/mentoring/decline-offer", body)).status === 200;
}

/** Makes the button work where the page has one; afterwards the page says so and offers nothing else. */
export function offerDeclining(server: Server, wave: string, link: LinkFragment): void {
  const button = document.getElementById("decline");
  const message = document.getElementById("decline-message");
  button?.addEventListener("click", async () => {
    if (button.getAttribute("aria-disabled") === "true") return;
    button.setAttribute("aria-disabled", "true");
    const done = await sendNo(server, wave, link);
    button.removeAttribute("aria-disabled");
    if (!done) {
      if (message !== null) message.textContent = TEXTS.declineFailed;
      return;
    }
    const heading = document.createElement("h1");
    heading.textContent = TEXTS.declinedTitle;
    heading.tabIndex = -1;
    const text = document.createElement("p");
    text.textContent = TEXTS.declined;
    document.getElementById("rater")?.replaceChildren(heading, text);
    heading.focus();
  });
}
