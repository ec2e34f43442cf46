/** The rater's app: takes over from the first screen once the invitation is open. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { readDefinition } from "../../surveys/read-definition.ts";
import { openSealedDevice } from "../ui/device/open-device.ts";
import { readAddress } from "./address.ts";
import { Desk } from "./desk.ts";
import type { Invitation } from "./open-invitation.ts";
import { canSeal } from "./protocol/ability.ts";
import { networkServer } from "./protocol/server.ts";
import type { ToldManifest } from "./protocol/told-manifest.ts";
import { loadForm, readToldManifest } from "./protocol/wave.ts";
import { RaterApp } from "./rater-app.tsx";
import { goTo } from "./rater-navigation.ts";
import { APP_TEXTS } from "./texts/app-en.ts";

/**
 * Loads what the wave's manifest names and draws the people asked about.
 * @param shared true if others use this computer
 * @returns a sentence for the rater if that could not be done
 */
export async function startApp(
  main: HTMLElement,
  invitation: Invitation,
  told: Extract<ToldManifest, { readonly ok: true }>,
  shared: boolean,
): Promise<string | undefined> {
  if (invitation.identity === "anonymous" && !(await canSeal())) return APP_TEXTS.start.tooOld;
  const server = networkServer("");
  const loaded = await readToldManifest(told, invitation.wave);
  if (!loaded.ok) return APP_TEXTS.start.notTrusted;
  const form = await loadForm(server, loaded.manifest);
  if (!form.ok) {
    return form.reason === "offline" ? APP_TEXTS.start.offline : APP_TEXTS.start.notTrusted;
  }
  const { manifest, fingerprint } = loaded;
  const definition = readDefinition(form.text);
  const device = await openSealedDevice({ part: "soundings:", shared, secret: invitation.link.secret });
  const desk = await Desk.open({ server, invitation, manifest, definition, fingerprint, shared }, device);
  if (readAddress(location.hash).step.name === "promise") goTo({ name: "people" });
  draw(main, desk);
  void desk.resume();
  return undefined;
}

/** The promise stays in the page, hidden, so that Back leads to it. */
function draw(main: HTMLElement, desk: Desk): void {
  const promise = document.getElementById("promise");
  const place = document.createElement("div");
  main.append(place);
  createRoot(place).render(
    <StrictMode>
      <RaterApp desk={desk} promise={promise} />
    </StrictMode>,
  );
}
