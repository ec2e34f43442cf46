/** Whoever runs the server can let staff in where no mail leaves. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { signInCommand } from "../../../api/cli/sign-in.ts";
import { redeemSignIn } from "../../../api/sign-in/redeem-sign-in.ts";
import { openStaffWorld, type StaffWorld } from "../../support/staff-world.ts";

let world: StaffWorld;
beforeEach(async () => {
  world = await openStaffWorld();
});
afterEach(() => world.cleanUp());

async function run(...args: readonly string[]) {
  const lines: string[] = [];
  const io = { out: (line: string) => lines.push(line), error: (line: string) => lines.push(line) };
  const code = await signInCommand.run([...args, "--data", world.context.config.dataFolder], io);
  return { code, text: lines.join("\n") };
}

describe("soundings sign-in", () => {
  test("prints a link that signs in once, while the server has the store open", async () => {
    const { code, text } = await run("kim@example.org");
    expect(code).toBe(0);
    const token = /#([\w-]+)/.exec(text)?.[1] ?? "";
    world.setTime(new Date());
    const { staff } = await redeemSignIn(world.context, {
      token,
      previousToken: undefined,
      mayNote: () => true,
    });
    expect(staff.name).toBe("Kim Coordinator");
    await expect(
      redeemSignIn(world.context, { token, previousToken: undefined, mayNote: () => true }),
    ).rejects.toMatchObject({
      code: "link-not-valid",
    });
  });

  test("says that nobody on the staff has the address, and asks for one if there is none", async () => {
    expect((await run("nobody@example.org")).code).toBe(1);
    expect((await run()).code).toBe(2);
  });
});
