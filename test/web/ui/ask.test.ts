/** What a screen is told when the API answers, refuses, or is not there. */
import { expect, test } from "vitest";
import { answerOf, Refusal, reasonFor } from "../../../web/ui/ask.ts";

async function refusalOf(asked: Promise<Response>) {
  const outcome = await answerOf<unknown>(asked).then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(Refusal);
  return reasonFor(outcome);
}

test("an answer is handed over as it is", async () => {
  expect(await answerOf(Promise.resolve(Response.json({ sent: 3 })))).toEqual({ sent: 3 });
});

test("a refusal keeps the server's own sentences and the parts to be mended", async () => {
  const problem = {
    title: "Something in the request has to be mended",
    detail: "Nothing was imported.",
    code: "bad-input",
    problems: [{ path: "line 4", sentence: "The name is missing." }],
  };
  expect(await refusalOf(Promise.resolve(Response.json(problem, { status: 400 })))).toEqual(problem);
});

test("without a connection the reader learns that nothing is lost", async () => {
  const reason = await refusalOf(Promise.reject(new TypeError("fetch failed")));
  expect(reason.title).toBe("The server cannot be reached");
  expect(reason.detail).toContain("Nothing is lost");
});

test("a proxy's error page is not shown to anybody", async () => {
  const page = new Response("<h1>502 Bad Gateway nginx</h1>", { status: 502 });
  expect((await refusalOf(Promise.resolve(page))).detail).not.toContain("nginx");
});

test("problem details of a strange shape still give sentences", async () => {
  const strange = Response.json({ title: 7, detail: "", problems: [null, 3, { path: 1 }] }, { status: 500 });
  const reason = await refusalOf(Promise.resolve(strange));
  expect(reason.title).toBe("The server's answer cannot be read");
  expect(reason.problems).toEqual([]);
});

test("an error of the screen itself is not shown as it is", () => {
  expect(reasonFor(new TypeError("x is undefined")).detail).not.toContain("undefined");
});
