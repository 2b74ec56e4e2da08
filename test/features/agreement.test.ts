// Places in whole and in broken texts → what completion takes them for, which is what the parser makes of them.
import { expect, test } from "vitest";
import { tokensIn } from "../../grammar/stream.ts";
import { corpus, planOf } from "../fuzz/material/corpus.ts";
import { diceOf } from "../fuzz/material/dice.ts";
import { placeIn, placeOf } from "./at.ts";
import { landingIn, takenFor } from "./landing.ts";
import { misread } from "./offered.ts";

const texts = corpus.map((files) => files[planOf(files)] ?? "");

/** The borders of the tokens of a text, and a place inside each. */
function placesIn(text: string): readonly number[] {
  const tokens = tokensIn(text, 0, text.length);
  const places = tokens.flatMap(({ start, end }) => [start, (start + end) >> 1, end]);
  return [...new Set([0, ...places, text.length])];
}

/** At these places completion takes for what a word lands as that is put there: see `landingIn`. */
function check(text: string, places = placesIn(text)): void {
  const query = placeOf(text);
  for (const offset of places) {
    const shown = `${text.slice(Math.max(0, offset - 80), offset)}¦${text.slice(offset, offset + 40)}`;
    expect(takenFor({ ...query, offset }), shown).toBe(landingIn(query.file.tree, offset));
  }
}

/** What is expected at `$0`, in the words of `landingIn`. */
function checkAt(source: string, expected: string): void {
  const query = placeIn(source);
  expect(takenFor(query), source).toBe(expected);
  expect(landingIn(query.file.tree, query.offset), source).toBe(expected);
}

test("what is written otherwise than the language has it is read as it is meant", () => {
  for (const sign of [":", " ->", " :=", " =", "：", ""])
    checkAt(`objective a {\n  owner${sign} $0\n}`, "value of owner in objective a");
  for (const name of ['"owner"', "“owner”"])
    checkAt(`objective a {\n  ${name}: $0\n}`, "value of owner in objective a");
  checkAt("initiative a {\n  depends on: $0\n}", "value of depends-on in initiative a");
  checkAt("initiative a ｛\n  $0\n｝", "entry in initiative a, declarations in initiative a");
});

test("addresses, texts in other quotes and remarks hold no comment, field or value that is not there", () => {
  const owner = "value of owner in objective a";
  checkAt("objective a {\n  links: https://example.org/a//b\n  owner: $0\n}", owner);
  checkAt("objective a {\n  links: https://example.org/$0\n}", "value of links in objective a");
  checkAt("objective a {\n  description: “see // there” owner: $0\n}", owner);
  checkAt("objective a {\n  description: “see // $0there”\n}", "nothing");
  checkAt("objective a {\n  # a remark $0\n}", "comment");
});

test("a block without its brace has what is put there, and ends before a declaration that is not indented", () => {
  checkAt("objective a {\n  $0", "entry in objective a, declarations in objective a");
  checkAt("objective a {\n  owner: cio\n\n$0", "entry in objective a, declarations in file");
});

test("behind a comma, a field that takes one value has got it", () => {
  const entry = "entry in initiative a, declarations in initiative a";
  checkAt("initiative a { owner: cio, $0 }", entry);
  checkAt("initiative a { teams: web, $0 }", "value of teams in initiative a");
  checkAt("initiative a { timeline: after x, $0 }", "value of timeline in initiative a");
});

/** Texts up to here are tried at each token, longer ones at some: all places of all take minutes. */
const short = 160;

test("at every token of every short text", { timeout: 120_000 }, () => {
  for (const text of texts) if (text.length < short) check(text);
});

test("at some tokens of every long text", { timeout: 120_000 }, () => {
  for (const [index, text] of texts.entries())
    if (text.length >= short)
      check(
        text,
        placesIn(text).filter((_, at) => (at + index) % 17 === 0),
      );
});

test("around a character that is lost, and at the end of a text that is cut off", {
  timeout: 120_000,
}, () => {
  const dice = diceOf(7);
  for (const text of texts) {
    const at = dice.below(text.length);
    const lost = text.slice(0, at) + text.slice(at + 1);
    check(
      lost,
      placesIn(lost).filter((place) => place >= at - 8 && place <= at + 8),
    );
    check(
      text.slice(0, at),
      [at, at - 1, at - 2].filter((place) => place >= 0),
    );
  }
});

test("what is offered is read as what it was offered as, once it is taken", {
  timeout: 120_000,
}, () => {
  for (const [index, text] of texts.entries()) {
    const query = placeOf(text);
    const faults = query.file.tree.chunks.flatMap((chunk) => chunk.faults);
    if (faults.some(({ code }) => code === "syntax")) continue;
    for (const [at, offset] of placesIn(text).entries()) {
      // Right before a word or a sign, an offer that is taken grows together with it.
      if ((at + index) % 13 > 0 || /^[^\s,:}]/.test(text.slice(offset))) continue;
      const shown = `${text.slice(Math.max(0, offset - 80), offset)}¦${text.slice(offset, offset + 40)}`;
      expect(misread({ ...query, offset }), shown).toEqual([]);
    }
  }
});
