// A few seeds of every kind of random input; `npm run fuzz` tries more, for as long as one likes.
import { describe, expect, test } from "vitest";
import { kindsOfInput } from "./kinds.ts";
import { holds } from "./material/smaller.ts";

/** What takes more of a machine for each seed is tried with fewer of them. */
const seeds: Readonly<Record<string, number>> = {
  shapes: 2,
  disk: 5,
  protocol: 5,
  edits: 60,
  places: 40,
  // A dozen drags each.
  drags: 60,
  // Forty edits each.
  fresh: 50,
};

describe("random input of every kind", { timeout: 480_000 }, async () => {
  for (const { name, run } of await kindsOfInput())
    test(name, async () => {
      for (let seed = 1; seed <= (seeds[name] ?? 150); seed++)
        await run(seed).catch((error: unknown) => {
          throw new Error(`${name}, seed ${seed}: npm run fuzz -- --kind ${name} --seed ${seed}`, {
            cause: error,
          });
        });
    });
});

test("what fails is told with the smallest text that fails in the same way", async () => {
  const check = (text: string) => {
    if (text.includes("bad")) throw new Error(`'${text.length}' characters are bad`);
    if (text.includes("line")) throw new TypeError("something else");
  };
  const text = "one line\nand a bad word\nmore lines\n";
  await expect(holds(text.replaceAll("line", ""), check)).rejects.toThrow(/^"bad"\n/);
  await expect(holds("fine", check)).resolves.toBeUndefined();
});
