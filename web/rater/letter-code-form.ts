/** Where the code of a printed letter is typed, and some of its words: they show that the letter and this page belong together. */
import { readLetterCode } from "../../surveys/letter-code.ts";
import { type LinkFragment, manifestMarkOf } from "../../surveys/link-fragment.ts";
import { placesToAsk, randomBelow, wrongWords } from "./letter-words.ts";
import type { Server } from "./protocol/server.ts";
import { fetchToldManifest } from "./protocol/told-manifest.ts";
import { FIRST_SCREEN_TEXTS as TEXTS } from "./texts/first-screen-en.ts";

interface Field {
  readonly row: HTMLElement;
  readonly input: HTMLInputElement;
  /** Says what is wrong with it; nothing where it is right. */
  say(sentence: string | undefined): void;
}

function fieldOf(id: string, labelText: string, hintText?: string): Field {
  const row = document.createElement("div");
  row.className = "field";
  const label = document.createElement("label");
  label.htmlFor = id;
  label.textContent = labelText;
  const hint = document.createElement("p");
  hint.className = "hint";
  hint.id = `${id}-hint`;
  hint.textContent = hintText ?? "";
  hint.hidden = hintText === undefined;
  const wrong = document.createElement("p");
  wrong.id = `${id}-wrong`;
  wrong.setAttribute("role", "alert");
  const input = document.createElement("input");
  input.className = "input";
  input.id = id;
  input.autocomplete = "off";
  input.spellcheck = false;
  input.setAttribute("aria-describedby", `${wrong.id} ${hint.id}`);
  row.append(label, hint, wrong, input);
  const say = (sentence: string | undefined): void => {
    wrong.className = sentence === undefined ? "" : "notice notice-wrong";
    wrong.textContent = sentence ?? "";
    if (sentence === undefined) input.removeAttribute("aria-invalid");
    else input.setAttribute("aria-invalid", "true");
  };
  return { row, input, say };
}

/** The words asked for, in a group of their own. */
function wordFields(places: readonly number[]): { readonly part: HTMLElement; readonly fields: Field[] } {
  const part = document.createElement("fieldset");
  part.className = "letter-words";
  const legend = document.createElement("legend");
  legend.textContent = TEXTS.wordsTitle;
  const hint = document.createElement("p");
  hint.className = "hint";
  hint.textContent = TEXTS.wordsHint;
  const fields = places.map((place) => fieldOf(`letter-word-${place + 1}`, TEXTS.wordLabel(place + 1)));
  for (const { input } of fields) {
    input.autocapitalize = "none";
    input.maxLength = 20;
  }
  part.append(legend, hint, ...fields.map(({ row }) => row));
  return { part, fields };
}

interface LetterForm {
  readonly heading: string;
  readonly server: Server;
  readonly wave: string;
  /** A code that is known already. */
  readonly code?: string;
  /** Takes the link that the code and what the words have shown come to. */
  readonly done: (link: LinkFragment) => void;
}

/** What the form asks beside the code. */
interface Asked {
  /** SHA-256 of the manifest; undefined for letters of waves under its first version, which have no words. */
  readonly digest: Uint8Array | undefined;
  readonly places: readonly number[];
  readonly words: readonly Field[];
}

/** Draws the words' fields after the code's; undefined where the server could not be reached. */
async function askWords({ server, wave }: LetterForm, code: Field): Promise<Asked | undefined> {
  const told = await fetchToldManifest(server, wave, undefined);
  if (told.ok) return { digest: undefined, places: [], words: [] };
  if (told.reason !== "untold") return undefined;
  const places = placesToAsk(randomBelow);
  const { part, fields } = wordFields(places);
  code.row.after(part);
  return { digest: told.digest, places, words: fields };
}

/** Says what is wrong, with the cursor in the first such field. @returns the link, where nothing is */
function judge(code: Field, { digest, places, words }: Asked): LinkFragment | undefined {
  const secret = readLetterCode(code.input.value);
  const typed = words.map(({ input }) => input.value);
  const other = new Set(digest === undefined ? [] : wrongWords(digest, places, typed));
  const wrong = [
    ...(secret === undefined ? [{ field: code, sentence: TEXTS.letterWrong }] : []),
    ...words.flatMap((field, index) => {
      const place = places[index] ?? 0;
      return other.has(place) ? [{ field, sentence: TEXTS.wordWrong(place + 1) }] : [];
    }),
  ];
  for (const field of [code, ...words]) field.say(undefined);
  for (const { field, sentence } of wrong) field.say(sentence);
  wrong[0]?.field.input.focus();
  if (secret === undefined || wrong.length > 0) return undefined;
  return digest === undefined ? { secret } : { secret, manifestMark: manifestMarkOf(digest) };
}

/** The link never stands in the address: it goes to `done`. */
export function letterCodeForm(asking: LetterForm): HTMLFormElement {
  const form = document.createElement("form");
  form.className = "screen";
  form.id = "code-form";
  form.autocomplete = "off";
  form.noValidate = true;
  const title = document.createElement("h2");
  title.textContent = asking.heading;
  const code = fieldOf("letter-code", TEXTS.letterLabel, TEXTS.letterHint);
  code.input.autocapitalize = "characters";
  code.input.maxLength = 60;
  code.input.value = asking.code ?? "";
  const submit = document.createElement("button");
  submit.className = "button button-primary";
  submit.textContent = TEXTS.letterSubmit;
  form.append(title, code.row, submit);
  let asked = askWords(asking, code);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    let found = await asked;
    if (found === undefined) {
      asked = askWords(asking, code);
      found = await asked;
      if (found === undefined) code.say(TEXTS.offline);
      else judge(code, found);
      return;
    }
    const link = judge(code, found);
    if (link !== undefined) asking.done(link);
  });
  return form;
}
