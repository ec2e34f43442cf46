/** What the reading thread reads: long texts that people bring. Everything here is plain data, copied between threads. */
import { type LoadedDefinition, loadDefinition } from "../../surveys/load-definition.ts";
import { type PeopleList, readPeopleList } from "../roster/people-list.ts";

interface ReadingJobs {
  readonly definition: { readonly asked: { readonly text: string }; readonly answer: LoadedDefinition };
  readonly people: {
    /** The staff numbers that are known already. */
    readonly asked: { readonly text: string; readonly known: ReadonlySet<string> };
    readonly answer: PeopleList;
  };
}

export type ReadingJobName = keyof ReadingJobs;
export type AskedToRead<N extends ReadingJobName> = ReadingJobs[N]["asked"];
export type WasRead<N extends ReadingJobName> = ReadingJobs[N]["answer"];

export const READERS: {
  readonly [N in ReadingJobName]: (asked: AskedToRead<N>) => WasRead<N>;
} = {
  definition: ({ text }) => loadDefinition(text),
  people: ({ text, known }) => readPeopleList(text, known),
};
