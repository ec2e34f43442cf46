/** Texts of the coordinator's lists: imports, people, mail and the audit log, in British English. */

function people(count: number): string {
  return count === 1 ? "1 person" : `${count} people`;
}

export const LIST_TEXTS = {
  import: {
    file: "CSV file",
    paste: "Or paste the rows",
    columns: "Columns",
    example: "An example",
    check: "Check, change nothing yet",
    checking: "Checking…",
    apply: "Apply",
    applying: "Applying…",
    problems: (count: number) =>
      count === 1 ? "1 row has to be mended first" : `${count} problems have to be mended first`,
    nothingDone: "Nothing was imported. Mend these in your file, then check again.",
    line: "Where",
    reason: "What is wrong, and what to do",
    more: (count: number) => `And ${count} more of the same.`,
    result: "What the import would change",
    done: "The import is done.",
    nothing: "Nothing would change: the list is as in your file.",
    tooLarge: "The file is larger than 4 MB. Import it in parts.",
    counts: (added: number, removed: number, kept: number) =>
      `${added} new, ${removed} no longer listed, ${kept} unchanged.`,
    peopleCounts: (added: number, changed: number, unchanged: number) =>
      `${added} new, ${changed} changed, ${unchanged} unchanged.`,
    newLinks: (count: number) =>
      count === 1
        ? "An address changes of somebody who is asked in an open wave: their link stops working, a new one goes to the new address, and the old address is told."
        : `Addresses change of people who are asked in open waves: ${count} links stop working, new ones go to the new addresses, and the old addresses are told.`,
    new: "New",
    changed: "Changed",
    person: "Person",
    number: "Staff number",
    change: "Change",
    fields: {
      name: "name",
      mail: "mail",
      unit: "unit",
      site: "site",
      grade: "grade",
      lineManagerRef: "line manager",
      languages: "languages",
    },
  },
  lists: {
    people: {
      title: "Import people",
      up: "People and roles",
      intro: "One row a person. People who are not in the file stay as they are, so lists can come in parts.",
      columns:
        "staff_number and name are needed; mail, unit, site, grade and line_manager (a staff number) may be empty or missing.",
      example:
        "staff_number,name,mail,unit,site,grade,line_manager\n1001,Ama Boateng,ama.boateng@example.org,Housing,North,7,1000\n1002,Tomasz Nowak,,Housing,North,5,1001",
    },
    subjects: {
      title: "Import subjects",
      intro: "One row a subject: who is rated, and who coaches them. The file is the whole list.",
      columns: "subject and coach, each a staff number or a mail address from the list of people.",
      example: "subject,coach\n1001,miriam.okafor@example.org\n1005,miriam.okafor@example.org",
    },
    raters: {
      title: "Import raters",
      intro:
        "One row for each person and subject. The file is the whole list; self-ratings are added by themselves.",
      columns: "subject and rater, each a staff number or a mail address from the list of people, and group.",
      example: "subject,rater,group\n1001,1000,line-manager\n1001,1002,direct-report\n1001,1005,peer",
      groups: (codes: string) => `Groups of this survey: ${codes}.`,
    },
    participants: {
      title: "Import participants",
      intro: "One row a person who is asked. The file is the whole list.",
      columns: "person, a staff number or a mail address from the list of people.",
      example: "person\n1001\ntomasz.nowak@example.org",
    },
  },
  people: {
    title: "People and roles",
    intro: "Everybody who may be asked, rated, or work with Soundings.",
    search: "Search by name, unit or staff number",
    find: "Search",
    import: "Import people",
    empty: "Nobody is on the list yet.",
    emptyDetail:
      "Import your people from a CSV file; nothing is changed before you have seen what would change.",
    nobody: "Nobody matches this search.",
    count: (total: number) => people(total),
    name: "Name",
    mail: "Mail",
    noMail: "no mail",
    place: "Unit, site, grade",
    roles: "Roles",
    roleNames: { coordinator: "Coordinator", coach: "Coach", evaluator: "Evaluator" },
    roleOf: (role: string, name: string) => `${role}: ${name}`,
    reach: (role: string, has: boolean, limited: number | undefined) => {
      if (!has) return `${role} of some programmes only`;
      if (limited === undefined) return `${role} of all programmes`;
      return limited === 1 ? `${role} of 1 programme` : `${role} of ${limited} programmes`;
    },
    onlyIn: (role: string, name: string) =>
      `${role} in these programmes only: ${name}. Of others, nothing is shown. They are signed out, and sign in anew.`,
    saveProgrammes: "Save programmes",
    savingProgrammes: "Saving…",
  },
  outbox: {
    title: "Mail outbox",
    demoTitle: "Mail outbox of the demo",
    delivers: "Mail that has not left yet. What was sent is deleted here.",
    keeps: "No mail server is set up, so mail stays here and is sent to nobody.",
    empty: "The outbox is empty.",
    emptyDetail: "Invitations, reminders and sign-in links appear here until they are sent.",
    to: (address: string) => `To ${address}`,
    waiting: "Waiting",
    givenUp: "Given up: the mail server refuses this address",
    attempts: (count: number) => (count === 1 ? "1 attempt" : `${count} attempts`),
    made: (time: string) => `Made on ${time}`,
    read: "Read the text",
    reading: "Reading…",
    unlisted: "Reminders are sent and never listed: they would tell who has not sent.",
    readHint:
      "A link in a mail acts for its addressee. Reading a text is written into the audit log, and raters are told how many links were read, and by whom.",
    readHidden:
      "Texts are shown without their personal links. Where an address is wrong, correct it with Import people: the person then gets a new link, and the old address is told.",
    discard: "Delete without sending",
    discarding: "Deleting…",
    signsIn: "Signs its addressee in: the text is shown to nobody.",
  },
  audit: {
    title: "Audit log",
    intro: "What staff did, newest first. What raters do is never written here.",
    intact: (events: number, head: string) =>
      `The chain of ${events === 1 ? "1 entry" : `${events} entries`} is whole. Its head is ${head}.`,
    broken: (at: number) =>
      `The chain is broken at entry ${at}: somebody changed the log outside the program. Tell your operator.`,
    empty: "Nothing has happened yet.",
    when: "When",
    who: "Who",
    what: "What",
    details: "Details",
    program: "the program",
  },
} as const;
