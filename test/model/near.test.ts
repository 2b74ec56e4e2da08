// Names in an index → the same guesses as a look at each of them gives.
import fc from "fast-check";
import { expect, test } from "vitest";
import { guesses } from "../../server/words/guess.ts";
import { nearIndex } from "../../server/words/near.ts";
import { isSlipOf, slipsBetween } from "../../server/words/slips.ts";

/** For so many words an index is made. */
const many = 1_000_000_000;

const letter = fc.constantFrom("a", "b", "ß", "É", "-", "1", "2", "𝔸", "_");
const word = fc.array(letter, { minLength: 1, maxLength: 40 }).map((all) => all.join(""));

/** A word with some slips in it. */
const slipped = fc
  .tuple(word, fc.array(fc.tuple(fc.nat(60), letter, fc.nat(3)), { maxLength: 2 }))
  .map(([name, slips]) => {
    const letters = [...name];
    for (const [place, one, kind] of slips) {
      const at = place % (letters.length + 1);
      if (kind === 0) letters.splice(at, 0, one);
      else if (kind === 1) letters.splice(at, 1);
      else if (kind === 2) letters.splice(at, 1, one);
      else letters.splice(at, 2, ...letters.slice(at, at + 2).reverse());
    }
    return { name, word: letters.join("") };
  });

const others = Array.from({ length: 100 }, (_, index) => ({ name: `goal-${index}` }));

test("no name that is two slips away is missed", () => {
  fc.assert(
    fc.property(slipped, ({ name, word }) => {
      fc.pre(slipsBetween(word, name, 2) <= 2);
      const near = nearIndex([...others, { name }], (one) => one.name, many);
      expect(near(word)).toContainEqual({ name });
    }),
  );
});

test("what is guessed among the names that are near is what is guessed among all", () => {
  const all = fc.array(
    fc.oneof(
      word,
      slipped.map((one) => one.word),
    ),
    { minLength: 70 },
  );
  fc.assert(
    fc.property(all, word, (names, asked) => {
      const candidates = names.map((name) => ({ name }));
      const near = nearIndex(candidates, (one) => one.name, many)(asked.replace(/_+/g, "-"));
      expect(guesses(asked, near)).toEqual(guesses(asked, candidates));
      const slips = candidates.filter((one) => isSlipOf(asked, one.name));
      const found = nearIndex(candidates, (one) => one.name, many)(asked);
      expect(found.filter((one) => isSlipOf(asked, one.name))).toEqual(slips);
    }),
    { numRuns: 50 },
  );
});

test("in a long row of names that are alike none is guessed, and not all of them are looked at", () => {
  const row = Array.from(
    { length: 30_000 },
    (_, index) => `a-very-long-name-${index}-that-goes-on-and-on`,
  );
  const near = nearIndex(row, (one) => one, many);
  expect(near("a-very-long-name-12x-that-goes-on-and-on")).toEqual([]);
});

test("long names are not each looked at for each word, though they are few", () => {
  const looked = (length: number) => {
    const names = Array.from(
      { length: 1_000 },
      (_, index) => `${(0x9e3779b97f * (index + 1)).toString(36)}${"a".repeat(length)}`,
    );
    const one = names[500] ?? "";
    const near = nearIndex(names, (name) => name, names.length)(one);
    expect(near).toContain(one);
    return near.length;
  };
  expect(looked(1)).toBe(1_000);
  expect(looked(3_000)).toBeLessThan(50);
});
