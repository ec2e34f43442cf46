/** The first screen's script: small, so that the promise can be read and Continue pressed before anything else loads. */
import { readLetterCode } from "../../surveys/letter-code.ts";
import { readAddress, writeAddress } from "./address.ts";
import { offerDeclining } from "./decline-offer.ts";
import { loadPersonForm } from "./load-person-form.ts";
import { openInvitation } from "./open-invitation.ts";
import { networkServer } from "./protocol/server.ts";
import { keptSecret } from "./session-secret.ts";
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
async function showUsedUp(main: HTMLElement, secret: string): Promise<boolean> {
  try {
    const { startUsedUp } = await loadApp();
    return await startUsedUp(main, wave, secret);
  } catch {
    return false;
  }
}

/** A mistyped code looks like any other until the server is asked: then it can be typed again, here. */
function sayUnknown(detail: string, secret: string): void {
  const isCode = readLetterCode(secret) !== undefined;
  say(isCode ? TEXTS.letterUnknown : detail, "wrong");
  if (!isCode || document.getElementById("letter-code") !== null) return;
  message?.after(codeForm(TEXTS.letterAgain));
  button?.remove();
}

async function proceed(secret: string): Promise<void> {
  if (main === null) return;
  say(TEXTS.opening, "wait");
  const opened = await openInvitation(networkServer(""), wave, secret);
  if (!opened.ok) {
    if (opened.reason === "offline") say(TEXTS.offline, "wrong");
    else if (!(await showUsedUp(main, secret))) sayUnknown(opened.detail, secret);
    return;
  }
  say(TEXTS.loading, "wait");
  try {
    const { startApp } = await loadApp();
    const failed = await startApp(main, opened.invitation);
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

function showIncomplete(): void {
  if (main === null) return;
  const heading = document.createElement("h1");
  heading.textContent = TEXTS.incompleteTitle;
  heading.tabIndex = -1;
  const text = document.createElement("p");
  text.textContent = TEXTS.incomplete;
  main.replaceChildren(heading, codeForm(TEXTS.letterTitle), text);
}

/** Where the code of a printed letter is typed. */
function codeForm(heading: string): HTMLFormElement {
  const form = document.createElement("form");
  form.className = "screen";
  const title = document.createElement("h2");
  title.textContent = heading;
  const field = document.createElement("div");
  field.className = "field";
  const label = document.createElement("label");
  label.htmlFor = "letter-code";
  label.textContent = TEXTS.letterLabel;
  const hint = document.createElement("p");
  hint.className = "hint";
  hint.id = "letter-code-hint";
  hint.textContent = TEXTS.letterHint;
  const input = document.createElement("input");
  input.className = "input";
  input.id = "letter-code";
  input.autocomplete = "off";
  input.autocapitalize = "characters";
  input.spellcheck = false;
  input.maxLength = 60;
  input.setAttribute("aria-describedby", "letter-code-hint");
  const wrong = document.createElement("p");
  wrong.setAttribute("role", "alert");
  const submit = document.createElement("button");
  submit.className = "button button-primary";
  submit.textContent = TEXTS.letterSubmit;
  field.append(label, hint, wrong, input);
  form.append(title, field, submit);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const code = readLetterCode(input.value);
    if (code === undefined) {
      wrong.className = "notice notice-wrong";
      wrong.textContent = TEXTS.letterWrong;
      input.setAttribute("aria-invalid", "true");
      input.focus();
      return;
    }
    location.hash = `#${code}`;
    location.reload();
  });
  return form;
}

function start(button: HTMLElement): void {
  const { secret = keptSecret(wave), step } = readAddress(location.hash);
  if (secret === undefined) {
    showIncomplete();
    return;
  }
  document.getElementById("no-script")?.remove();
  showClosing();
  if (!window.isSecureContext) {
    say(TEXTS.insecure, "wrong");
    return;
  }
  offerDeclining(networkServer(""), wave, secret);
  let busy = false;
  const go = async (): Promise<void> => {
    if (busy) return;
    if (running) {
      history.pushState(null, "", writeAddress(readAddress(location.hash).secret, { name: "people" }));
      dispatchEvent(new PopStateEvent("popstate"));
      return;
    }
    busy = true;
    button.setAttribute("aria-disabled", "true");
    await proceed(secret);
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
  const before = readAddress(new URL(event.oldURL).hash).secret;
  const after = readAddress(new URL(event.newURL).hash).secret;
  if (before !== undefined && after !== undefined && before !== after) location.reload();
});
