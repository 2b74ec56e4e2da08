// Texts, names and words of our own → Markdown in which only our own words are Markdown.
import { escaped, tamed } from "./tamed.ts";
import { oneLine, shortened, visible } from "./visible.ts";

/** Only this file makes any: elsewhere nothing becomes Markdown but through what is exported here. */
const made = Symbol("made");

/** The same said twice, with marks and without. */
export interface Markdown {
  readonly [made]: true;
  readonly markdown: string;
  /** For those who know no Markdown. */
  readonly plain: string;
}

/** What may stand in Markdown; a text stands there as the text that it is. */
export type Inline = string | number | Markdown;

/** More of one text helps nobody who only points at a name. */
const longestName = 200;
const longestText = 2_000;
const longestProse = 5_000;

/** Our own words, with texts of others in them that keep to themselves whatever signs they hold. */
export function md(parts: TemplateStringsArray, ...values: readonly Inline[]): Markdown {
  return together(
    parts.flatMap((part, index) => [ours(part), ...values.slice(index, index + 1).map(inline)]),
  );
}

/** Words of the tool itself: they may hold `code` and **bold**. */
export function ours(words: string): Markdown {
  return { [made]: true, markdown: words, plain: words.replace(/\*\*|`/g, "") };
}

/** A name as code. */
export function code(name: string): Markdown {
  const shown = shortened(oneLine(name), longestName);
  return shown.includes("`") || shown.trim() === ""
    ? inline(shown)
    : { [made]: true, markdown: `\`${shown}\``, plain: shown };
}

/** A title, cut where it goes on and on. */
export function title(text: string): Markdown {
  return inline(shortened(oneLine(text).trim(), longestName));
}

/** A text that its author wrote as Markdown: what could lead or load elsewhere unseen is shown instead. */
export function authored(text: string): Markdown {
  const shown = visible(shortened(text.replace(/\r\n?/g, "\n"), longestProse));
  return { [made]: true, markdown: tamed(shown), plain: shown };
}

/** A text as it is. */
export function inline(value: Inline): Markdown {
  if (typeof value === "object") return value;
  const plain = shortened(oneLine(String(value)).replace(/ {2,}/g, " "), longestText);
  return { [made]: true, markdown: escaped(plain), plain };
}

/** Those parts that say something, with something between them. */
export function together(parts: readonly Inline[], between = ""): Markdown {
  const all = parts.map(inline).filter((part) => !isEmpty(part));
  return {
    [made]: true,
    markdown: all.map(({ markdown }) => markdown).join(between),
    plain: all.map(({ plain }) => plain).join(between),
  };
}

/** `a`, `a and b`, `a, b and c`. */
export function enumerated(parts: readonly Inline[]): Markdown {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? inline(last) : md`${together(parts.slice(0, -1), ", ")} and ${last}`;
}

/** The same below an entry of a list. */
export function indented({ markdown, plain }: Markdown): Markdown {
  const inner = (text: string) => text.replace(/\n(?=.)/g, "\n  ");
  return { [made]: true, markdown: inner(markdown), plain: inner(plain) };
}

export function isEmpty(value: Inline): boolean {
  return (typeof value === "object" ? value.markdown : String(value)) === "";
}
