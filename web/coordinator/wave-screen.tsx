/** One wave: what is next, its facts, its line-up and how far it has come. */
import { useEffect } from "react";
import { dateText, timeText } from "../ui/dates.ts";
import { Screen, WhenLoaded } from "../ui/screen.tsx";
import { COORDINATOR_TEXTS } from "../ui/texts/coordinator.ts";
import { useLoaded } from "../ui/use-loaded.ts";
import { EarlierWavesSection } from "./earlier-waves-section.tsx";
import { LineUpSection } from "./line-up-section.tsx";
import { loadWave, type Wave } from "./load-wave.ts";
import { draftOf } from "./policy-draft.ts";
import { PromisePreview } from "./policy-fields.tsx";
import { WaveNextSteps } from "./wave-next-steps.tsx";
import { WaveStateMark } from "./wave-state-mark.tsx";

const TEXTS = COORDINATOR_TEXTS.wave;
const FOLLOW_MILLISECONDS = 2000;

function WaveFacts({ wave }: { readonly wave: Wave }) {
  const times = [
    [TEXTS.opened, wave.openedAt],
    [TEXTS.closed, wave.closedAt],
    [TEXTS.released, wave.releasedAt],
  ] as const;
  return (
    <dl className="facts">
      <div>
        <dt>{TEXTS.survey}</dt>
        <dd>
          {wave.definitionTitle} {wave.definitionVersion}
        </dd>
      </div>
      {wave.closedAt === null && (
        <div>
          <dt>{TEXTS.closes}</dt>
          <dd>{wave.closesAt === null ? TEXTS.noClosing : timeText(wave.closesAt)}</dd>
        </div>
      )}
      <div>
        <dt>{TEXTS.asked}</dt>
        <dd>{TEXTS.askedText(wave.raters, wave.invitations)}</dd>
      </div>
      {wave.unreleasedEnds !== null && (
        <div>
          <dt>{TEXTS.unreleasedEnds}</dt>
          <dd>{TEXTS.unreleasedEndsText(dateText(wave.unreleasedEnds), hasPassed(wave.unreleasedEnds))}</dd>
        </div>
      )}
      {wave.listEnds !== null && (
        <div>
          <dt>{TEXTS.listEnds}</dt>
          <dd>{TEXTS.listEndsText(dateText(wave.listEnds), hasPassed(wave.listEnds))}</dd>
        </div>
      )}
      {times.map(
        ([label, time]) =>
          time !== null && (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{timeText(time)}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function hasPassed(iso: string): boolean {
  return new Date(iso).getTime() <= Date.now();
}

export function WaveScreen({ wave: id }: { readonly wave: string }) {
  const loading = useLoaded(() => loadWave(id), id);
  const { loaded, again } = loading;
  const wave = loaded.state === "loaded" ? loaded.value : undefined;
  const underWay = wave?.state === "closing" || wave?.state === "releasing";
  useEffect(() => {
    if (!underWay) return;
    const timer = setInterval(again, FOLLOW_MILLISECONDS);
    return () => clearInterval(timer);
  }, [underWay, again]);
  const up =
    wave === undefined
      ? { href: "/staff/programmes", label: COORDINATOR_TEXTS.programme.up }
      : { href: `/staff/programmes/${wave.programme}`, label: wave.programmeName };
  return (
    <Screen title={wave?.title ?? COORDINATOR_TEXTS.programme.waves} up={up}>
      <WhenLoaded loading={loading}>
        {(found) => (
          <>
            <p>
              <WaveStateMark state={found.state} /> {COORDINATOR_TEXTS.kinds[found.kind]}.{" "}
              {COORDINATOR_TEXTS.identities[found.identity]}.
            </p>
            <WaveNextSteps wave={found} />
            <WaveFacts wave={found} />
            {found.closedAt !== null && found.identity === "anonymous" && (
              <p className={found.invalidBoxes > 0 ? "notice notice-caution" : "hint"}>
                {TEXTS.invalid(found.invalidBoxes)}
              </p>
            )}
            <LineUpSection wave={found} />
            {found.identity === "anonymous" && found.invitations > 0 && <EarlierWavesSection wave={found} />}
            {found.identity === "anonymous" && (
              <section>
                <h2>{TEXTS.policy}</h2>
                <PromisePreview survey={found} draft={draftOf(found.policy)} />
                {found.fingerprint !== null && (
                  <p className="hint">
                    {TEXTS.fingerprint} <span className="fingerprint-words">{found.fingerprint}</span>
                  </p>
                )}
                {found.auditHeads.map(({ turn, hash }) => (
                  <p className="hint" key={turn}>
                    {TEXTS.auditHead[turn]} <span className="fingerprint-words">{hash}</span>
                  </p>
                ))}
                {found.auditHeads.length > 0 && <p className="hint">{TEXTS.auditHeadHint}</p>}
              </section>
            )}
          </>
        )}
      </WhenLoaded>
    </Screen>
  );
}
