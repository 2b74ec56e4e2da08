// A heading or a word of a cell → the form in which it is compared: no case, no accents, no punctuation.
import { isCurrency } from "../../grammar/currencies.ts";

/** Words with one blank between them: "date de debut" for "Date-de-Début", "start date" for "startDate". */
export function asCompared(text: string): string {
  return text
    .slice(0, 300)
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, " ")
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("æ", "ae")
    .replaceAll("œ", "oe")
    .replace(/[^\p{L}\p{N}%]+/gu, " ")
    .trim();
}

/** What stands for nothing in a cell. */
const nothing = new Set(
  "n a|na|none|null|nil|empty|unassigned|no one|nobody|not set|keine|keiner|kein|nicht zugewiesen|nicht gesetzt|leer|aucun|aucune|neant|non attribue|non assigne|vide".split(
    "|",
  ),
);

/** Whether a cell says nothing: it is blank, a dash, or a word for it. */
export function isBlankCell(cell: string): boolean {
  if (cell === "") return true;
  // No word for nothing is longer, or has a digit.
  if (cell.length > 30 || /\d/.test(cell)) return cell.trim() === "";
  const word = asCompared(cell);
  return word === "" ? !/[^\s\-–—_.,/\\()[\]]/u.test(cell) : nothing.has(word);
}

/** What a heading says besides its name: the size, the currency or the unit of what stands below it. */
export interface HeadingUnit {
  /** "k" for thousands, "M" for millions. */
  readonly size?: string;
  readonly currency?: string;
  readonly percent?: true;
  /** "days", "weeks" and so on. */
  readonly length?: string;
}

/** A heading without its unit: "Budget" with thousands of euros for "Budget (k€)" or "Budget in TEUR". */
export function partsOfHeading(heading: string): {
  readonly base: string;
  readonly unit: HeadingUnit;
} {
  const inside = /[([{]([^)\]}]*)[)\]}]/.exec(heading)?.[1];
  const found = behindHeading.exec(heading);
  const behind = found?.[1] ?? found?.[2];
  const known = [inside, behind].find((one) => one !== undefined && unitOf(one) !== undefined);
  const unit = (known !== undefined && unitOf(known)) || (/%/.test(heading) ? percent : {});
  const bare = heading.replace(/[([{][^)\]}]*[)\]}]/g, " ");
  const cut = behind !== undefined && unitOf(behind) !== undefined;
  return { base: cut ? bare.replace(behindHeading, "") : bare, unit };
}

const moneyUnit = "(?:(?:k|t|m|mio\\.?|mrd\\.?|tsd\\.?)\\s?)?(?:[€$£]|eur|usd|gbp|chf)";

/** "Budget in TEUR", "Budget, k€", "Budget T€", "Kosten Mio. €" */
const behindHeading = new RegExp(
  `(?:(?:[,\\s]in|[,:/])\\s+(${moneyUnit}|\\S+)|\\s(${moneyUnit}))\\s*$`,
  "i",
);

const percent: HeadingUnit = { percent: true };
const signs: Readonly<Record<string, string>> = { "€": "EUR", $: "USD", "£": "GBP", "¥": "JPY" };
const sizes: Readonly<Record<string, string>> = {
  "": "",
  k: "k",
  t: "k",
  tsd: "k",
  thousand: "k",
  thousands: "k",
  m: "M",
  mio: "M",
  mn: "M",
  million: "M",
  millions: "M",
  mrd: "B",
  bn: "B",
};
const lengths: Readonly<Record<string, string>> = {
  ...{
    d: "days",
    day: "days",
    days: "days",
    tag: "days",
    tage: "days",
    jour: "days",
    jours: "days",
  },
  ...{ w: "weeks", week: "weeks", weeks: "weeks", woche: "weeks", wochen: "weeks" },
  ...{ semaine: "weeks", semaines: "weeks", month: "months", months: "months", monat: "months" },
  ...{ monate: "months", mois: "months", year: "years", years: "years", jahr: "years" },
  ...{ jahre: "years", an: "years", ans: "years", annees: "years" },
};

/** The unit that a word or two stand for; undefined where they stand for none. */
function unitOf(text: string): HeadingUnit | undefined {
  const trimmed = text.trim();
  if (/^(?:%|percent|prozent|pourcent)$/i.test(trimmed)) return percent;
  const length = lengths[asCompared(trimmed)];
  if (length !== undefined) return { length };
  const sign = /[€$£¥]/.exec(trimmed)?.[0] ?? "";
  const words = asCompared(trimmed.replace(sign, " ")).split(" ").filter(Boolean);
  const glued = /^(k|t|m|mio|tsd)?(eur|usd|gbp|chf)$/.exec(words.join(""));
  const code = glued?.[2] ?? words.find((word) => /^(?:[a-z]{3})$/.test(word) && isCode(word));
  const size = glued?.[1] ?? words.find((word) => word !== code) ?? "";
  const currency = signs[sign] ?? code?.toUpperCase();
  const known = sizes[size];
  if (known === undefined || (currency === undefined && known === "")) return undefined;
  return {
    ...(known === "" ? {} : { size: known }),
    ...(currency === undefined ? {} : { currency }),
  };
}

function isCode(word: string): boolean {
  return sizes[word] === undefined && isCurrency(word.toUpperCase());
}
