/** The first screen's script: small, so that the promise can be read and Continue pressed before anything else loads. */
import { readLetterCode } from "../../surveys/letter-code.ts";
import type { LinkFragment } from "../../surveys/link-fragment.ts";
import { writeAddress } from "./address.ts";
import { offerDeclining } from "./decline-offer.ts";
import { dropLink, keepLink, takeLink, watchPastedLinks } from "./link-in-tab.ts";
import { loadPersonForm } from "./load-person-form.ts";
import { openInvitation } from "./open-invitation.ts";
import { networkServer } from "./protocol/server.ts";
import { fetchToldManifest, type ToldManifest } from "./protocol/told-manifest.ts";
import { FIRST_SCREEN_TEXTS as TEXTS } from "./texts/first-screen-en.ts";

const main = document.getElementById("rater");
const wave = main?.dataset["wave"] ?? "";
const { step, own, ...taken } = takeLink(wave);
let link = taken.link;
const promise = document.getElementById("promise");
const buttons = ["continue", "continue-shared"].flatMap((id) => document.getElementById(id) ?? []);
const message = document.getElementById("continue-message");
const spoken = document.getElementById("spoken");
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

/** A mistyped code looks like any other until the server is asked: then it can be typed again, here. */
async function sayUnknown(detail: string, { secret }: LinkFragment): Promise<void> {
  const isCode = readLetterCode(secret) !== undefined;
  say(isCode ? TEXTS.letterUnknown : detail, "wrong");
  if (!isCode || document.getElementById("letter-code") !== null) return;
  message?.after(await codeForm(TEXTS.letterAgain));
}

/** Needed by those alone who come with a letter. */
async function codeForm(heading: string, code?: string): Promise<HTMLElement> {
  const { letterCodeForm } = await import("./letter-code-form.ts");
  return letterCodeForm({
    heading,
    server: networkServer(""),
    wave,
    done: takeCode,
    ...(code === undefined ? {} : { code }),
  });
}

/** Nothing is asked, and the link's secret goes nowhere, unless the server shows what the invitation tells. */
async function sayUntold(
  told: Extract<ToldManifest, { readonly ok: false }>,
  asked: LinkFragment,
): Promise<void> {
  switch (told.reason) {
    case "offline":
      return say(TEXTS.offline, "wrong");
    case "refused":
      return say(told.refusal.detail, "wrong");
    case "differs":
      return say(TEXTS.differs, "wrong");
    case "untold":
      return showIncomplete(readLetterCode(asked.secret));
  }
}

/** Only now, that the rater has said whose device it is, is the link used or anything kept. */
async function proceed(asked: LinkFragment, shared: boolean): Promise<void> {
  if (main === null) return;
  if (shared) dropLink(wave);
  else keepLink(wave, asked);
  say(TEXTS.opening, "wait");
  const server = networkServer("");
  const told = await fetchToldManifest(server, wave, asked.manifestMark);
  if (!told.ok) return sayUntold(told, asked);
  const opened = await openInvitation(server, wave, asked);
  if (!opened.ok) {
    if (opened.reason === "offline") say(TEXTS.offline, "wrong");
    else await sayUnknown(opened.detail, asked);
    return;
  }
  say(TEXTS.loading, "wait");
  try {
    const { startApp } = await loadApp();
    const failed = await startApp(main, opened.invitation, told, shared);
    if (failed === undefined) started();
    else say(failed, "wrong");
  } catch {
    say(TEXTS.loadFailed, "wrong");
  }
}

/** From now on the app draws; the first button only leads back to it, and the question has been answered. */
function started(): void {
  running = true;
  for (const id of ["device-question", "continue-shared"]) document.getElementById(id)?.remove();
  if (buttons[0] !== undefined) buttons[0].textContent = TEXTS.goBack;
  if (message !== null) message.textContent = "";
  if (spoken !== null) spoken.textContent = "";
}

/** Nothing leads anywhere without a link: the promise makes room until there is one. */
async function showIncomplete(code?: string): Promise<void> {
  if (main === null || promise === null) return;
  const lost = step.name !== "promise";
  const form = await codeForm(TEXTS.letterTitle, code);
  const screen = document.createElement("div");
  screen.className = "screen";
  screen.id = "incomplete";
  const heading = document.createElement("h1");
  heading.textContent = lost ? TEXTS.reloadedTitle : TEXTS.incompleteTitle;
  const text = document.createElement("p");
  text.textContent = lost ? TEXTS.reloaded : TEXTS.incomplete;
  screen.append(heading, ...(lost ? [text, form] : [form, text]));
  promise.hidden = true;
  main.append(screen);
}

/** The promise first, as for every link. */
function takeCode(found: LinkFragment): void {
  link = found;
  for (const id of ["incomplete", "code-form"]) document.getElementById(id)?.remove();
  if (promise !== null) promise.hidden = false;
  if (message !== null) message.textContent = "";
  document.getElementById("promise-title")?.focus();
  begin(found);
}

let busy = false;

async function go(shared: boolean): Promise<void> {
  if (busy || link === undefined) return;
  if (running) {
    history.pushState(null, "", writeAddress(undefined, { name: "people" }));
    dispatchEvent(new PopStateEvent("popstate"));
    return;
  }
  busy = true;
  for (const button of buttons) button.setAttribute("aria-disabled", "true");
  await proceed(link, shared);
  busy = false;
  for (const button of buttons) button.removeAttribute("aria-disabled");
}

let begun = false;

/** With a link: the page is ready for its buttons. */
function begin(asked: LinkFragment): void {
  if (begun) return;
  begun = true;
  document.getElementById("no-script")?.remove();
  showClosing();
  if (!window.isSecureContext) {
    say(TEXTS.insecure, "wrong");
    return;
  }
  offerDeclining(networkServer(""), wave, asked);
  for (const button of buttons)
    button.addEventListener("click", () => void go(button.id === "continue-shared"));
  // Somebody who comes back to a later step has pressed a button before, in this tab.
  if (own && step.name !== "promise") void go(false);
  const warm = (): void => {
    loadApp().catch(() => undefined);
    loadPersonForm().catch(() => undefined);
  };
  if (document.readyState === "complete") setTimeout(warm, 200);
  else addEventListener("load", () => setTimeout(warm, 200));
  if (!navigator.onLine) say(TEXTS.offlineNow, "wait");
}

if (buttons.length > 0) {
  if (link === undefined) void showIncomplete();
  else begin(link);
}
watchPastedLinks(() => link);
