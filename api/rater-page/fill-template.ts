/** Puts values into the built page, all marks in one pass, so that no value can hold another's mark. */

export interface TemplateValues {
  readonly language: string;
  readonly title: string;
  readonly wave: string;
  readonly closes: string;
  /** HTML that is safe already. */
  readonly screen: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** The language the built page is written in. */
const LANGUAGE = 'lang="en-GB"';

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? "");
}

export function fillTemplate(template: string, values: TemplateValues): string {
  const marks: Readonly<Record<string, string>> = {
    __TITLE__: escapeText(values.title),
    __WAVE__: escapeText(values.wave),
    __CLOSES__: escapeText(values.closes),
    __SCREEN__: values.screen,
  };
  return template
    .replace(LANGUAGE, `lang="${escapeText(values.language)}"`)
    .replace(/__[A-Z]+__/g, (mark) => marks[mark] ?? mark);
}
