/** What of which waves is compared, as addresses say it. */
import { z } from "zod";

/** Ids in addresses are joined by commas, codes and values by plus signs. */
const listed = (separator: string) => (text: string) => text.split(separator).filter((part) => part !== "");
const joined = z.string().min(1).max(400);

/** For the screen and for files alike. */
export const comparisonQuery = z
  .object({
    waves: joined.transform(listed(",")),
    cut: joined.transform(listed("+")).optional(),
    category: joined.transform(listed("+")).optional(),
  })
  .refine(({ cut, category }) => (cut === undefined) === (category === undefined), {
    message: "Name a cut and one of its categories, or neither.",
    path: ["category"],
  });

/** The question in the words of compareSurveys. */
export function comparedWaves({ waves, cut, category }: z.infer<typeof comparisonQuery>) {
  const of = cut === undefined || category === undefined ? undefined : { codes: cut, values: category };
  return { waves, of };
}
