/** The rows of a file that have to be mended, each with its line and the reason. */
import { TableHead } from "../ui/table-head.tsx";
import { LIST_TEXTS } from "../ui/texts/coordinator-lists.ts";

const TEXTS = LIST_TEXTS.import;
const MOST_SHOWN = 100;

interface ImportProblemsProps {
  readonly problems: readonly { readonly path: string; readonly sentence: string }[];
}

export function ImportProblems({ problems }: ImportProblemsProps) {
  return (
    <section className="notice notice-wrong" aria-labelledby="problems">
      <h2 id="problems">{TEXTS.problems(problems.length)}</h2>
      <p>{TEXTS.nothingDone}</p>
      <table className="list">
        <TableHead columns={[TEXTS.line, TEXTS.reason]} />
        <tbody>
          {problems.slice(0, MOST_SHOWN).map(({ path, sentence }) => (
            <tr key={`${path} ${sentence}`}>
              <th scope="row">{path}</th>
              <td>{sentence}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {problems.length > MOST_SHOWN && <p>{TEXTS.more(problems.length - MOST_SHOWN)}</p>}
    </section>
  );
}
