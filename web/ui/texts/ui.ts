/** Texts that every staff screen shares, in British English. */

export const UI_TEXTS = {
  product: "Soundings",
  loading: "Loading…",
  again: "Try again",
  skip: "Skip to content",
  navigation: "Main",
  signOut: "Sign out",
  signedInAs: (name: string) => `Signed in as ${name}`,
  signIn: "Sign in again",
  signInBeside: "Sign in again in a new tab, so that nothing typed here is lost",
  coachees: "Your coachees",
  programmes: "Programmes",
  people: "People and roles",
  outbox: "Mail outbox",
  audit: "Audit log",
  surveys: "Staff surveys",
  mentoring: "Mentoring",
  sortBy: (label: string) => `Sort by ${label}`,
  unreachable: {
    code: "unreachable",
    title: "The server cannot be reached",
    detail: "Nothing is lost. Check your connection and try again.",
    problems: [],
  },
  unreadable: {
    code: "unreadable",
    title: "The server's answer cannot be read",
    detail: "Nothing was changed on this screen. Try again in a moment.",
    problems: [],
  },
  brokenScreen: {
    code: "broken-screen",
    title: "This screen made a mistake",
    detail: "Nothing is lost on the server. Load the page again; if it goes on, tell the coordinator.",
    problems: [],
  },
  signedOut: {
    title: "You are signed out",
    detail:
      "Sessions end after a while, to protect what is shown here. Nothing is lost: sign in and come back.",
  },
  noRole: {
    title: "There is nothing here for you yet",
    detail:
      "You are signed in, but have no role. Ask a coordinator to make you a coach, coordinator or evaluator.",
  },
  noProgramme: {
    title: "No programme has been given to you yet",
    detail:
      "You are signed in, and your role reaches no programme. Ask a coordinator of all programmes to give you yours on the list of people.",
  },
  notFound: {
    title: "There is no such page",
    detail: "The address may be mistyped, or what it showed is gone.",
    back: "Go to your start page",
  },
  page: (from: number, to: number, total: number) => `${from}–${to} of ${total}`,
  previous: "Previous",
  next: "Next",
  pages: "Pages",
} as const;
