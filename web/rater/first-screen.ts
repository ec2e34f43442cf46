/** The first screen's script: small, so that the promise can be read and Continue pressed before anything else loads. */
import { readLetterCode } from "../../surveys/letter-code.ts";
import type { LinkFragment } from "../../surveys/link-fragment.ts";
import { readAddress, writeAddress } from "./address.ts";
import { offerDeclining } from "./decline-offer.ts";
import { loadPersonForm } from "./load-person-form.ts";
import { openInvitation } from "./open-invitation.ts";
import { networkServer } from "./protocol/server.ts";
import { fetchToldManifest, type ToldManifest } from "./protocol/told-manifest.ts";
import { keptLink } from "./session-secret.ts";
import { FIRST_SCREEN_TEXTS as TEXTS } from "./texts/first-screen-en.ts";

const main = document.getElementById("rater");
const button = document.getElementById("continue");
const message = document.getElementById("continue-message");
const spoken = document.getElementById("spoken");
const wave = main?.dataset["wave"] ?? "";
let running = false;

function say(sentence: string, kind: "wait" | "wrong"): void {
  if (message === null || spoken === null) return;
  message.className = kind === "wrong" ? "notice notice-wrong" : "hint";
  message.textContent = sentence;
  spoken.textContent = sentence;
}

function showClosing(): void {
  const place = document.getElementById("closes");
  const closes = new Date(main?.dataset["closes"] ?? "");
  if (place === null || Number.isNaN(closes.getTime())) return;
  const format = new Intl.DateTimeFormat(document.documentElement.lang, {
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "numeric",
    minute: "2-digit",
    timeZoneName: "short",
  });
  place.textContent = TEXTS.closesIn(format.format(closes));
}

/** The engine is heavy: it loads while the promise is read, and again when a first attempt failed. */
function loadApp(): Promise<typeof import("./app.tsx")> {
  return import("./app.tsx");
}

/** Everything may have been sent from here already, or waits here to be sent. */
async function showUsedUp(main: HTMLElement, link: LinkFragment): Promise<boolean> {
  try {
    const { startUsedUp } = await loadApp();
    return await startUsedUp(main, wave, link);
  } catch {
    return false;
  }
}

/** A mistyped code looks like any other until the server is asked: then it can be typed again, here. */
async function sayUnknown(detail: string, { secret }: LinkFragment): Promise<void> {
  const isCode = readLetterCode(secret) !== undefined;
  say(isCode ? TEXTS.letterUnknown : detail, "wrong");
  if (!isCode || document.getElementById("letter-code") !== null) return;
  message?.after(await codeForm(TEXTS.letterAgain));
  button?.remove();
}

/** Needed by those alone who come with a letter. */
async function codeForm(heading: string, code?: string): Promise<HTMLElement> {
  const { letterCodeForm } = await import("./letter-code-form.ts");
  return letterCodeForm({
    heading,
    server: networkServer(""),
    wave,
    ...(code === undefined ? {} : { code }),
  });
}

/** Nothing is asked, and the link's secret goes nowhere, unless the server shows what the invitation tells. */
async function sayUntold(
  told: Extract<ToldManifest, { readonly ok: false }>,
  link: LinkFragment,
): Promise<void> {
  switch (told.reason) {
    case "offline":
      return say(TEXTS.offline, "wrong");
    case "refused":
      return say(told.refusal.detail, "wrong");
    case "differs":
      return say(TEXTS.differs, "wrong");
    case "untold":
      return showIncomplete(readLetterCode(link.secret));
  }
}

async function proceed(link: LinkFragment): Promise<void> {
  if (main === null) return;
  say(TEXTS.opening, "wait");
  const server = networkServer("");
  const told = await fetchToldManifest(server, wave, link.manifestMark);
  if (!told.ok) return sayUntold(told, link);
  const opened = await openInvitation(server, wave, link);
  if (!opened.ok) {
    if (opened.reason === "offline") say(TEXTS.offline, "wrong");
    else if (!(await showUsedUp(main, link))) await sayUnknown(opened.detail, link);
    return;
  }
  say(TEXTS.loading, "wait");
  try {
    const { startApp } = await loadApp();
    const failed = await startApp(main, opened.invitation, told);
    if (failed === undefined) started();
    else say(failed, "wrong");
  } catch {
    say(TEXTS.loadFailed, "wrong");
  }
}

/** From now on the app draws; Continue only leads back to it. */
function started(): void {
  running = true;
  if (message !== null) message.textContent = "";
  if (spoken !== null) spoken.textContent = "";
}

async function showIncomplete(code?: string): Promise<void> {
  if (main === null) return;
  const heading = document.createElement("h1");
  heading.textContent = TEXTS.incompleteTitle;
  heading.tabIndex = -1;
  const text = document.createElement("p");
  text.textContent = TEXTS.incomplete;
  main.replaceChildren(heading, await codeForm(TEXTS.letterTitle, code), text);
}

function start(button: HTMLElement): void {
  const { link = keptLink(wave), step } = readAddress(location.hash);
  if (link === undefined) {
    void showIncomplete();
    return;
  }
  document.getElementById("no-script")?.remove();
  showClosing();
  if (!window.isSecureContext) {
    say(TEXTS.insecure, "wrong");
    return;
  }
  offerDeclining(networkServer(""), wave, link);
  let busy = false;
  const go = async (): Promise<void> => {
    if (busy) return;
    if (running) {
      history.pushState(null, "", writeAddress(readAddress(location.hash).link, { name: "people" }));
      dispatchEvent(new PopStateEvent("popstate"));
      return;
    }
    busy = true;
    button.setAttribute("aria-disabled", "true");
    await proceed(link);
    busy = false;
    button.removeAttribute("aria-disabled");
  };
  button.addEventListener("click", go);
  // Somebody who comes back to a later step has pressed Continue before.
  if (step.name !== "promise") void go();
  const warm = (): void => {
    loadApp().catch(() => undefined);
    loadPersonForm().catch(() => undefined);
  };
  if (document.readyState === "complete") setTimeout(warm, 200);
  else addEventListener("load", () => setTimeout(warm, 200));
  if (!navigator.onLine) say(TEXTS.offlineNow, "wait");
}

if (button !== null) start(button);
// A different invitation pasted into the same tab is a different page.
addEventListener("hashchange", (event) => {
  const before = readAddress(new URL(event.oldURL).hash).link?.secret;
  const after = readAddress(new URL(event.newURL).hash).link?.secret;
  if (before !== undefined && after !== undefined && before !== after) location.reload();
});
