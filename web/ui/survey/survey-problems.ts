/** What the answer check found, by item code, for the questions that show it beside themselves. */
import { createContext } from "react";

/** Item code to the sentence shown beside the item. */
export type SurveyProblems = ReadonlyMap<string, string>;

export const SurveyProblemsContext = createContext<SurveyProblems>(new Map());
