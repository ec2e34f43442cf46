/** The first screen as HTML: what is asked, who sees what, what cannot be promised. Everything in it is escaped. */
import { html } from "hono/html";
import type { SurveyDefinition } from "../../surveys/definition.ts";
import { formFor } from "../../surveys/form.ts";
import { textIn } from "../../surveys/localised-text.ts";
import { type WavePromise, wavePromise } from "../../surveys/promise.ts";
import { readQuestions } from "../../surveys/read-questions.ts";
import { OR_EARLIER } from "../../surveys/told-with-link.ts";
import type { OpenRaterPage } from "./read-rater-page.ts";
import { RATER_PAGE_TEXTS as TEXTS } from "./texts-en.ts";

type Html = ReturnType<typeof html>;

/** The form by which people offer to mentor. */
const OFFER_FORM = "mentor-offer";

/** The promise of one wave, with its Continue button. */
export function promiseScreen(page: OpenRaterPage): Html {
  const { definition, language } = page;
  const promise = wavePromise({
    policy: page.policy,
    soundings: definition.soundings,
    language,
    items: definition.items,
  });
  return html`<div class="screen" id="promise">
    <header class="screen-head">
      <p class="overline">${page.programme}</p>
      <h1 id="promise-title" tabindex="-1">${page.title}</h1>
    </header>
    ${factList(page)}
    <div class="promise">
      <section>
        <h2>${promise.title}</h2>
        <p class="lead">${promise.lead}</p>
      </section>
      <section>
        <h2>${TEXTS.who}</h2>
        ${readers(page, promise)}
        ${promise.example === undefined ? "" : example(promise.example)}
      </section>
      <div>
        ${definition.soundings.id === OFFER_FORM ? decline() : ""}
        ${promise.limits.points.length === 0 ? "" : limits(promise.limits)}
        ${fingerprint(page.fingerprint)}
        ${devices()}
      </div>
    </div>
    <div class="continue">
      <p class="notice notice-caution no-script" id="no-script">${TEXTS.noScript}</p>
      <div class="device-question" id="device-question">
        <h2>${TEXTS.device}</h2>
        <p class="hint">${TEXTS.deviceMeans}</p>
      </div>
      <p id="continue-message" class="hint"></p>
      <div class="continue-buttons">
        <button type="button" class="button button-primary" id="continue">${TEXTS.continue}</button>
        <button type="button" class="button" id="continue-shared">${TEXTS.continueShared}</button>
      </div>
    </div>
  </div>`;
}

/** For whoever is asked to be a mentor and would rather not; leaving the page has the same outcome. */
function decline(): Html {
  return html`<details id="decline-part">
    <summary>${TEXTS.decline}</summary>
    <div class="details-body">
      <p>${TEXTS.declineMeans}</p>
      <button type="button" class="button" id="decline">${TEXTS.declineSure}</button>
      <p id="decline-message" role="alert"></p>
    </div>
  </details>`;
}

/** Forms answered with one's name say in their own introduction who reads them. */
function readers({ definition, language, linksTold }: OpenRaterPage, promise: WavePromise): Html {
  const { description } = formFor(definition, { language, pipes: { subject: TEXTS.thePerson } });
  if (definition.soundings.identity === "identified" && typeof description === "string") {
    return html`<p>${description}</p>`;
  }
  return html`<ul>
    ${[...promise.points, ...linksTold].map((point) => html`<li>${point}</li>`)}
  </ul>`;
}

/** True if every question may be left out. */
function allOptional({ survey, soundings }: SurveyDefinition): boolean {
  return readQuestions(survey, soundings).every(
    ({ required, requiredIf }) => !required && requiredIf === undefined,
  );
}

function factList({ definition, language, closesAt }: OpenRaterPage): Html {
  const { soundings, items } = definition;
  const about = soundings.kind === "360";
  const many = about ? TEXTS.asked360(items.length) : TEXTS.askedSurvey(items.length);
  const asked = `${many}; ${allOptional(definition) ? TEXTS.optional : TEXTS.someRequired}`;
  const minutes = about ? TEXTS.minutes360(soundings.minutes) : TEXTS.minutesSurvey(soundings.minutes);
  const closes =
    closesAt === undefined
      ? html`${TEXTS.closesLater}`
      : html`${TEXTS.closes} <span id="closes">${inUniversalTime(closesAt, language)}</span>, ${OR_EARLIER}`;
  return html`<ul class="facts">
    <li>${asked}</li>
    <li>${minutes}</li>
    <li><span>${closes}</span></li>
  </ul>`;
}

/** Until the script puts it into the rater's own time zone. */
function inUniversalTime(time: Date, language: string): string {
  const format = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "numeric",
    minute: "2-digit",
    timeZone: "UTC",
    timeZoneName: "short",
  });
  return format.format(time);
}

function example({ title, headings, cells }: NonNullable<WavePromise["example"]>): Html {
  const [group, answers, shown] = headings;
  return html`<table class="example">
    <caption>${title}</caption>
    <thead>
      <tr><th scope="col">${group}</th><th scope="col">${answers}</th><th scope="col">${shown}</th></tr>
    </thead>
    <tbody>
      ${cells.map(
        (cell) => html`<tr>
          <th scope="row">${cell.group}</th>
          <td>${cell.answers}</td>
          <td class="${cell.suppressed ? "cell-suppressed" : "cell-shown"}">${cell.shown}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

function limits({ title, points }: WavePromise["limits"]): Html {
  return html`<details>
    <summary>${title}</summary>
    <div class="details-body">
      <ul>
        ${points.map((point) => html`<li>${point}</li>`)}
      </ul>
    </div>
  </details>`;
}

function fingerprint(words: readonly string[]): Html {
  return html`<details>
    <summary>${TEXTS.fingerprint}</summary>
    <div class="details-body">
      <p class="words" translate="no">${words.join(" ")}</p>
      <p class="hint">${TEXTS.fingerprintMeans}</p>
    </div>
  </details>`;
}

/** What follows from either answer to the question above the buttons. */
function devices(): Html {
  return html`<details>
    <summary>${TEXTS.devices}</summary>
    <div class="details-body">
      <p>${TEXTS.deviceOwn}</p>
      <p>${TEXTS.deviceShared}</p>
      <p class="hint">${TEXTS.deviceHistory}</p>
    </div>
  </details>`;
}

/** A screen for links that lead nowhere, or no longer. */
export function endScreen(title: string, text: string): Html {
  return html`<div class="screen" id="end">
    <h1>${title}</h1>
    <p>${text}</p>
  </div>`;
}

/** The wave's title in the page's language. */
export function documentTitle(page: OpenRaterPage): string {
  return `${page.title} · ${textIn(page.definition.title, page.language, page.definition.soundings.languages)}`;
}
