// Dice → texts that nobody would write, and texts that somebody half wrote.
import fc from "fast-check";
import { kinds } from "../../../grammar/vocabulary.ts";
import { brokenDocuments } from "../../documents.ts";
import { corpus, type Files, planOf } from "./corpus.ts";
import type { Dice } from "./dice.ts";

/** A workspace, and the file in it that was made wild. */
export interface Wild {
  readonly files: Files;
  readonly path: string;
}

/** A workspace with one wild file: of any bytes, of loose words, or of something sound that was hurt. */
export function wildFiles(dice: Dice, seed: number): Wild {
  const lone = (text: string): Wild => ({
    files: { "plan.strategy": text },
    path: "plan.strategy",
  });
  if (dice.once(10)) return lone(bytes(dice));
  if (dice.once(5)) return lone(soup(dice));
  if (dice.once(6)) return lone(fc.sample(brokenDocuments, { seed, numRuns: 1 })[0] ?? "");
  const files = dice.pick(corpus);
  const path = planOf(files);
  return { files: { ...files, [path]: hurt(dice, files[path] ?? "") }, path };
}

/** One wild text alone. */
export function wildText(dice: Dice, seed: number): string {
  const { files, path } = wildFiles(dice, seed);
  return files[path] ?? "";
}

/** Bytes read as UTF-8, as a disk or an editor would give them. */
export function bytes(dice: Dice): string {
  const plain = dice.once(2);
  const values = dice.many(dice.below(600), () => dice.below(plain ? 128 : 256));
  return new TextDecoder().decode(Uint8Array.from(values));
}

const vocabulary: readonly string[] = [
  ...kinds.map((kind) => kind.name),
  ...kinds.flatMap((kind) => kind.fields.map((field) => field.name)),
  ...kinds.flatMap((kind) =>
    kind.fields.flatMap((field) =>
      field.types.flatMap((type) => (type.is === "choice" ? type.of.map((one) => one.name) : [])),
    ),
  ),
];

const signs = [
  "{", "}", '"', '"""', "/*", "*/", "//", "\n", "\r\n", "\r", " ", "  ", "\t", ":", ",", ".", "..",
  "=", "-", "%", "'", "“", "”", "｛", "：", "€", "\\", "\\u{1F600}", "\\u{110000}", "\u200b",
  "\u200d", "\u2028", "\ufeff", "\0", "\ud800", "\udc00", "\ufffd", "🚀", "é", "e\u0301", "目標", "_",
]; // biome-ignore format: a list to read across

const phrases = [
  "objective a {", 'kpi b "B" {', 'initiative crm "CRM" {', "owner: cio", "supports: a", "5g", "12 000",
  "€5", "1.2m", "1,200,000", "after crm", "after a, b for 3 months", "2026-Q1 .. 2026-Q4", "2026-13",
  "0000-00-00", "9999-12-31", "15.03.2026", "2026/03/15", "4.2 on 2026-01", "2.5 by 2027-06", "1e9",
  "-0", "99999999999999999999B", "0.000000000000001k", "120k per year", "10k EUR per month", "4 FTE",
  'import a from "b"', 'import corporate from "../corporate"', "skill s", "cost {", "initial {",
  "// ignore missing-risk: why", "// ignore-file missing-owner: why", "// ignore missing-risk until 2026-01-01: x",
  'actuals: "data/k.csv"', 'actuals: "../../../k.csv"', "https://x.y//z", "@@", "__proto__", "constructor",
  "toString {", "hasOwnProperty: __proto__", "depends-on: crm, crm.pilot", "part-of: crm", "reports-to: cio",
  "for 99999999999 days", "for -1 weeks", "for 1.5 months", "progress: 1000%", "frequency: daily",
]; // biome-ignore format: a list to read across

/** A word or sign of the language, or something that looks like one. */
export function word(dice: Dice): string {
  return dice.pick(dice.pick([signs, signs, phrases, vocabulary]));
}

/** Words of the language in no order. */
function soup(dice: Dice): string {
  const gap = dice.pick(["", " ", "\n", " "]);
  return dice.many(1 + dice.below(60), () => word(dice)).join(gap);
}

/** A text with a few things lost, doubled, moved, swapped or put in. */
function hurt(dice: Dice, text: string): string {
  let result = text;
  for (let left = 1 + dice.below(6); left > 0; left--) result = change(dice, result);
  return result;
}

/** One change, as a slip of the hand, of a merge or of another program would make it. */
export function change(dice: Dice, text: string): string {
  const at = dice.below(text.length + 1);
  const end = Math.min(text.length, at + dice.below(dice.once(4) ? 200 : 8));
  const put = (part: string, to = at) => text.slice(0, at) + part + text.slice(to);
  const lines = text.split("\n");
  const line = dice.below(lines.length);
  switch (dice.below(11)) {
    case 0:
      return put("", end);
    case 1:
      return put(text.slice(at, end).repeat(1 + dice.below(3)));
    case 2:
      return put(word(dice));
    case 3:
      return put(word(dice), end);
    case 4:
      return text.slice(0, at);
    case 5:
      return lines.toSpliced(line, 1).join("\n");
    case 6:
      return lines.toSpliced(dice.below(lines.length), 0, lines[line] ?? "").join("\n");
    case 7:
      return swapped(dice, text);
    case 8: {
      const files = dice.pick(corpus);
      const other = (files[planOf(files)] ?? "").split("\n");
      const from = dice.below(other.length);
      return lines.toSpliced(line, 0, ...other.slice(from, from + dice.below(20))).join("\n");
    }
    case 9:
      return text.replaceAll("\n", dice.pick(["\r\n", "\r", " ", "\u2028"]));
    default:
      return lines.toSpliced(line, 0, `  ${dice.pick(phrases)}`).join("\n");
  }
}

/** One word of a text in the place of another: names that meet make circles, duplicates and strangers. */
function swapped(dice: Dice, text: string): string {
  const words = [...text.matchAll(/[\p{L}\d_-]+/gu)];
  if (words.length < 2) return text;
  const [one, other] = [dice.pick(words), dice.pick(words)];
  return text.slice(0, one.index) + other[0] + text.slice(one.index + one[0].length);
}
