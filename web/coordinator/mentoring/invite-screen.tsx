/** Invites people one by one, or everybody whose coaching in a wave has ended; one mail each, and no reminder. */
import { useCallback, useState } from "react";
import { peopleApi, programmesApi } from "../../ui/api.ts";
import { answerOf } from "../../ui/ask.ts";
import { BusyButton } from "../../ui/busy-button.tsx";
import { RefusalNotice } from "../../ui/refusal-notice.tsx";
import { WhenLoaded } from "../../ui/screen.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { submitting } from "../../ui/submitting.ts";
import { TextField } from "../../ui/text-field.tsx";
import { ROUND_PEOPLE_TEXTS, ROUND_TEXTS } from "../../ui/texts/mentoring-round.ts";
import { useAction } from "../../ui/use-action.ts";
import { useLoaded } from "../../ui/use-loaded.ts";
import { loadRound, roundApi } from "./round-api.ts";
import { RoundScreen } from "./round-frame.tsx";

const TEXTS = ROUND_PEOPLE_TEXTS;
const KINDS = ["mentor", "ended", "mentee"] as const;
type Kind = (typeof KINDS)[number];
const MOST_FOUND = "20";

interface Chosen {
  readonly id: string;
  readonly name: string;
}

/** The waves in which people were coached: those of 360 feedback in the round's programme. */
async function loadScreen(id: string) {
  const round = await loadRound(id);
  const { waves } = await answerOf(
    programmesApi[":programme"].waves.$get({ param: { programme: round.programme } }),
  );
  return { round, waves: waves.filter(({ kind, state }) => kind === "360" && state !== "draft") };
}

async function findPeople(search: string) {
  if (search.trim() === "") return [];
  return (await answerOf(peopleApi.$get({ query: { search, offset: "0", limit: MOST_FOUND } }))).people;
}

function PeopleFinder({
  chosen,
  onToggle,
}: {
  readonly chosen: readonly Chosen[];
  readonly onToggle: (person: Chosen) => void;
}) {
  const [search, setSearch] = useState("");
  const loading = useLoaded(() => findPeople(search), search);
  return (
    <>
      <TextField label={TEXTS.inviteFind} type="search" value={search} onChange={setSearch} maxLength={100} />
      <WhenLoaded loading={loading}>
        {(people) => (
          <>
            {search.trim() !== "" && people.length === 0 && <p role="status">{TEXTS.inviteNobodyFound}</p>}
            {people.map(({ id, name, unit, mail }) => (
              <label className="choice" key={id}>
                <input
                  type="checkbox"
                  aria-label={TEXTS.inviteAdd(name)}
                  disabled={mail === null}
                  checked={chosen.some((one) => one.id === id)}
                  onChange={() => onToggle({ id, name })}
                />
                <span className="choice-words">
                  <span dir="auto">{name}</span>
                  <span className="hint" dir="auto">
                    {mail === null ? `${unit}, ${TEXTS.noMail}` : unit}
                  </span>
                </span>
              </label>
            ))}
          </>
        )}
      </WhenLoaded>
      {chosen.length > 0 && (
        <p dir="auto">
          <strong>{TEXTS.inviteChosen(chosen.length)}:</strong> {chosen.map(({ name }) => name).join(", ")}
        </p>
      )}
    </>
  );
}

function KindField({ kind, onChange }: { readonly kind: Kind; readonly onChange: (kind: Kind) => void }) {
  return (
    <fieldset>
      <legend>{TEXTS.inviteAs}</legend>
      {KINDS.map((one) => (
        <label className="choice" key={one}>
          <input type="radio" name="kind" checked={kind === one} onChange={() => onChange(one)} />
          <span className="choice-words">
            <span>{TEXTS.inviteSides[one].label}</span>
            <span className="hint">{TEXTS.inviteSides[one].hint}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface InviteFormProps {
  readonly round: string;
  readonly waves: readonly { readonly id: string; readonly title: string }[];
}

function InviteForm({ round, waves }: InviteFormProps) {
  const [kind, setKind] = useState<Kind>("mentor");
  const [wave, setWave] = useState("");
  const [chosen, setChosen] = useState<readonly Chosen[]>([]);
  const [said, setSaid] = useState("");
  const coacheesOf = kind === "ended" ? wave : "";
  const send = useAction(
    useCallback(async () => {
      const { invited, sentBefore } = await answerOf(
        roundApi.invitations.$post({
          param: { round },
          json: {
            side: kind === "mentee" ? "mentee" : "mentor",
            people: chosen.map(({ id }) => id),
            because: kind === "ended" ? "coaching-ended" : "asked",
            ...(coacheesOf === "" ? {} : { coacheesOf }),
          },
        }),
      );
      setSaid(TEXTS.invited(invited, sentBefore));
      setChosen([]);
      setWave("");
    }, [round, kind, chosen, coacheesOf]),
  );
  const nobody = chosen.length === 0 && coacheesOf === "";
  const toggle = (person: Chosen) =>
    setChosen((before) =>
      before.some(({ id }) => id === person.id)
        ? before.filter(({ id }) => id !== person.id)
        : [...before, person],
    );
  return (
    <form className="form" onSubmit={submitting(() => !nobody && send.run())}>
      <KindField kind={kind} onChange={setKind} />
      <fieldset>
        <legend>{TEXTS.inviteWhom}</legend>
        {kind === "ended" && (
          <SelectField
            id="coachees-of"
            label={TEXTS.inviteWave}
            value={wave}
            options={[
              { value: "", label: TEXTS.inviteNoWave },
              ...waves.map(({ id, title }) => ({ value: id, label: title })),
            ]}
            onChange={setWave}
          />
        )}
        <PeopleFinder chosen={chosen} onToggle={toggle} />
      </fieldset>
      <RefusalNotice reason={send.refused} />
      <p className="board-said" role="status">
        {said}
      </p>
      <div className="screen-actions">
        <BusyButton busy={send.busy || nobody} busyText={send.busy ? TEXTS.inviteSending : TEXTS.inviteSend}>
          {TEXTS.inviteSend}
        </BusyButton>
      </div>
    </form>
  );
}

export function InviteScreen({ round }: { readonly round: string }) {
  const loading = useLoaded(() => loadScreen(round), round);
  return (
    <RoundScreen
      round={round}
      part="people"
      title={TEXTS.invite}
      up={{ href: `/staff/mentoring/${round}/people`, label: ROUND_TEXTS.part.people }}
    >
      <p>{TEXTS.inviteIntro}</p>
      <WhenLoaded loading={loading}>{({ waves }) => <InviteForm round={round} waves={waves} />}</WhenLoaded>
    </RoundScreen>
  );
}
