/** What coordinators are told by mail before answers are destroyed that nobody released. */
import { dayIn } from "../../surveys/promise.ts";

interface UnreleasedWave {
  readonly name: string;
  readonly title: string;
  readonly ends: Date;
  readonly link: string;
}

export function unreleasedMail({ name, title, ends, link }: UnreleasedWave): {
  readonly subject: string;
  readonly text: string;
} {
  return {
    subject: `“${title}” was never released`,
    text: `Dear ${name},

“${title}” has closed and was not released. On ${dayIn(ends.toISOString(), "en")} its answers are destroyed, as those who answered were told; no figures can be made from them then.

If its figures are wanted, release it before that day:

${link}

If they are not, nothing has to be done.
`,
  };
}
