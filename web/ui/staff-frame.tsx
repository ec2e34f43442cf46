/** The frame of the staff screens: where one can go, who is signed in, and the screen itself. */
import type { ReactNode } from "react";
import { Link, useLocation } from "wouter";
import type { Session, StaffRole } from "./session.ts";
import { UI_TEXTS } from "./texts/ui.ts";

interface Place {
  readonly role: StaffRole;
  readonly href: string;
  readonly label: string;
  /** Addresses elsewhere that belong to this place. */
  readonly also?: RegExp;
  /** Belongs to no programme, so that the role has to reach all of them. */
  readonly ofAll?: boolean;
}

const PLACES: readonly Place[] = [
  {
    role: "coordinator",
    href: "/staff/programmes",
    label: UI_TEXTS.programmes,
    also: /^\/staff\/waves\/[^/]+(\/(?!reports).*)?$/,
  },
  {
    role: "coach",
    href: "/staff/coachees",
    label: UI_TEXTS.coachees,
    also: /^\/staff\/waves\/[^/]+\/reports\//,
  },
  { role: "coordinator", href: "/staff/mentoring", label: UI_TEXTS.mentoring },
  { role: "coordinator", href: "/staff/people", label: UI_TEXTS.people, ofAll: true },
  { role: "coordinator", href: "/staff/outbox", label: UI_TEXTS.outbox },
  { role: "coordinator", href: "/staff/audit", label: UI_TEXTS.audit, ofAll: true },
  {
    role: "evaluator",
    href: "/staff/surveys",
    label: UI_TEXTS.surveys,
    also: /^\/staff\/(comparisons|planning|scorecards)/,
  },
];

function isAt({ href, also }: Place, location: string): boolean {
  return location.startsWith(href) || also?.test(location) === true;
}

/** Places with something in them: a role that was given for no programme yet leads nowhere. */
function placesOf({ roles, limits }: Session): readonly Place[] {
  return PLACES.filter(({ role, ofAll }) => {
    const own = limits[role];
    return roles.includes(role) && (own === undefined || (ofAll !== true && own.length > 0));
  });
}

/** Where somebody begins; undefined for somebody to whom nothing has been given yet. */
export function startPlace(session: Session): string | undefined {
  return placesOf(session)[0]?.href;
}

interface StaffFrameProps {
  readonly session: Session;
  readonly signOut: () => void;
  readonly children: ReactNode;
}

export function StaffFrame({ session, signOut, children }: StaffFrameProps) {
  const [location] = useLocation();
  const places = placesOf(session);
  return (
    <>
      <a className="skip-link" href="#content">
        {UI_TEXTS.skip}
      </a>
      <div className="frame">
        <header className="frame-head">
          <Link className="frame-product" href="/staff">
            {UI_TEXTS.product}
          </Link>
          {places.length > 0 && (
            <nav className="frame-places" aria-label={UI_TEXTS.navigation}>
              <ul>
                {places.map((place) => (
                  <li key={place.href}>
                    <Link href={place.href} aria-current={isAt(place, location) ? "page" : undefined}>
                      {place.label}
                    </Link>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          <div className="frame-person">
            <p className="hint" dir="auto">
              {UI_TEXTS.signedInAs(session.name)}
            </p>
            <button type="button" className="button button-plain" onClick={signOut}>
              {UI_TEXTS.signOut}
            </button>
          </div>
        </header>
        <main className="frame-content" id="content" tabIndex={-1}>
          {children}
        </main>
      </div>
    </>
  );
}
