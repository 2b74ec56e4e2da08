// The cells of a column with numbers as a country or a tool writes them → exact decimals, with their size, currency and unit.
import { Big } from "big.js";
import { currencyOfSign, isCurrency } from "../../grammar/currencies.ts";
import { longestNumber } from "../../grammar/values.ts";
import type { HeadingUnit } from "./folded.ts";

/** Which sign stands before decimals in a column; the others part groups of digits. */
export type DecimalSign = "." | ",";

/** A figure of a cell. */
export interface CellNumber {
  readonly value: Big;
  readonly percent?: true;
  readonly currency?: string;
  /** The word behind it: "days", "NPS". */
  readonly unit?: string;
}

interface Parts {
  readonly before: string;
  readonly digits: string;
  readonly behind: string;
}

const gap = "[\\s\\u00a0\\u2009\\u202f'’_]";
const form = new RegExp(
  `^(?<before>[^\\d.,]*?)(?<digits>[-+−]?(?:\\d[\\d.,]*(?:${gap}\\d{3}(?!\\d)[\\d.,]*)*|[.,]\\d+)(?:[eE][-+]?\\d{1,2}(?![\\p{L}\\d]))?)(?<behind>\\D*)$`,
  "u",
);

function partsOf(cell: string): Parts | undefined {
  const trimmed = cell.trim();
  if (trimmed.length > longestNumber) return undefined;
  const groups = form.exec(trimmed)?.groups;
  if (groups === undefined) return undefined;
  const { before = "", digits = "", behind = "" } = groups;
  const isBelow = /^\($/.test(before.trim()) && behind.trim().startsWith(")");
  const minus = isBelow || /[-−]\s*$/.test(before) ? "-" : "";
  return {
    before: before.replace(/[-−(]\s*$/, "").trim(),
    digits: minus + digits.replace("−", "-").replace(new RegExp(gap, "gu"), ""),
    behind: behind
      .trim()
      .replace(isBelow ? /^\)/ : /^$/, "")
      .trim(),
  };
}

/** What the cells of a column tell of the sign before their decimals. */
export function decimalSignOf(
  cells: readonly string[],
  isMoney: boolean,
): DecimalSign | "both" | undefined {
  let points = 0;
  let commas = 0;
  for (const cell of cells) {
    const sign = signIn(partsOf(cell)?.digits ?? "", isMoney);
    if (sign === ".") points++;
    if (sign === ",") commas++;
  }
  if (points > 0 && commas > 0) return points === commas ? "both" : points > commas ? "." : ",";
  return points > 0 ? "." : commas > 0 ? "," : undefined;
}

/** The sign before the decimals of one number, where it can be no other. */
function signIn(digits: string, isMoney: boolean): DecimalSign | undefined {
  const [signs] = [[...digits.matchAll(/[.,]/g)].map(([sign]) => sign)];
  const last = signs.at(-1);
  if (last !== "." && last !== ",") return undefined;
  const other = last === "." ? "," : ".";
  if (signs.includes(other)) return last;
  if (signs.length > 1) return other;
  const [whole = "", rest = ""] = digits.replace(/^[-+]/, "").split(last);
  if (rest.length !== 3 || /[eE]/.test(rest)) return last;
  if (/^0?$/.test(whole) || whole.length > 3) return last;
  // Nobody writes money with three decimals.
  return isMoney ? other : undefined;
}

/** The figure in a cell; undefined where it holds something else. */
export function numberIn(
  cell: string,
  sign: DecimalSign,
  unit: HeadingUnit = {},
): CellNumber | undefined {
  const parts = partsOf(cell);
  const plain = parts && plainOf(parts.digits, sign);
  if (parts === undefined || plain === undefined) return undefined;
  const words = wordsOf(parts.before, parts.behind, unit);
  if (words === undefined) return undefined;
  const { size, ...rest } = words;
  const value = new Big(plain).times(powers[size] ?? 1);
  return value.toFixed().length > longestNumber ? undefined : { value, ...rest };
}

function plainOf(digits: string, sign: DecimalSign): string | undefined {
  const other = sign === "." ? "," : ".";
  const [whole = "", ...rest] = digits.split(sign);
  if (rest.length > 1 || rest[0]?.includes(other)) return undefined;
  const groups = whole.split(other);
  const isGrouped = groups.slice(1).every((group) => group.length === 3);
  if (groups.length > 1 && (!isGrouped || !/^[-+]?\d{1,3}$/.test(groups[0] ?? "")))
    return undefined;
  const joint = `${groups.join("")}${rest[0] ? `.${rest[0]}` : ""}`.replace(/^\+/, "");
  const full = joint.replace(/^(-?)\./, "$10.");
  return /^-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(full) ? full : undefined;
}

const powers: Readonly<Record<string, number>> = { "": 1, k: 1e3, M: 1e6, B: 1e9 };
const sizeWords: Readonly<Record<string, string>> = {
  ...{ k: "k", t: "k", tsd: "k", teur: "k", keur: "k", thousand: "k", tausend: "k", mille: "k" },
  ...{ m: "M", mn: "M", mio: "M", million: "M", millions: "M", millionen: "M", meur: "M" },
  ...{ b: "B", bn: "B", mrd: "B", billion: "B", milliarde: "B", milliarden: "B", milliard: "B" },
};

/** What the words round a number say; undefined where they are more than a size, a currency and a unit. */
function wordsOf(before: string, behind: string, unit: HeadingUnit) {
  const text = `${before} ${behind}`;
  const percent = /[%٪]/.test(text) || unit.percent;
  const sign = /\p{Sc}/u.exec(text)?.[0];
  const words = text
    .replace(/[%٪]/g, " ")
    .replace(/\p{Sc}/gu, " ")
    .split(/[\s\u00a0\u202f]+/)
    .filter(Boolean);
  let size = "";
  let code: string | undefined;
  const rest: string[] = [];
  for (const [index, word] of words.entries()) {
    const bare = word.replace(/\.$/, "").toLowerCase();
    const known = Object.hasOwn(sizeWords, bare) ? sizeWords[bare] : undefined;
    if (index === 0 && known !== undefined && size === "") {
      size = known;
      if (bare.endsWith("eur")) code = "EUR";
    } else if (/^[A-Za-z]{3}$/.test(word) && isCurrency(word.toUpperCase()))
      code = word.toUpperCase();
    else rest.push(word);
  }
  // "Phase 2" is no number, and a sentence is no unit.
  const isTitle = rest.some((word) => before.includes(word));
  if (isTitle || rest.length > 2) return undefined;
  const currency = code ?? (sign && currencyOfSign(sign)) ?? unit.currency;
  return {
    size: size || unit.size || "",
    ...(percent ? { percent: true as const } : {}),
    ...(currency === undefined ? {} : { currency }),
    ...(rest.length === 0 ? {} : { unit: rest.join(" ") }),
  };
}

/** An amount as the language writes it, with the short form where nothing is lost: `1.2M`, `250k`, `1_234_567`. */
export function writtenAmount(value: Big): string {
  for (const [suffix, power] of [
    ["B", 9],
    ["M", 6],
    ["k", 3],
  ] as const) {
    const short = value.times(new Big(10).pow(-power));
    if (short.abs().lt(1) || short.abs().gte(1000)) continue;
    const text = short.toFixed();
    if ((text.split(".")[1] ?? "").length <= 2) return `${text}${suffix}`;
  }
  return writtenNumber(value);
}

/** A number with its groups of digits: `1_234_567.8`. */
export function writtenNumber(value: Big): string {
  const [whole = "", decimals] = value.toFixed().split(".");
  const grouped = whole.replace(/^-?\d{5,}$/, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, "_"));
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}
