// A text as it stands in a file, with its quotes → what it means, and the escapes that mean nothing.
import type { TextSpan } from "./scan.ts";
import type { Edit } from "./tree.ts";

export interface ReadText {
  readonly value: string;
  /** Where escapes stand that do not exist, counted from the first quote. */
  readonly unknown: readonly number[];
}

const shortEscape = /\\(?:u\{([0-9a-fA-F]{1,6})\}|([\s\S]))/g;
const single: Readonly<Record<string, string>> = { '"': '"', "\\": "\\", n: "\n", t: "\t" };

/** What a text means: escapes resolved; of a long one also its blank ends and indentation removed. */
export function readLiteral(image: string, quotes: TextSpan): ReadText {
  const width = quotes.quotes === "long" ? 3 : 1;
  const inner = image.slice(width, quotes.closed ? -width : undefined);
  if (quotes.quotes === "long") return { value: unescapeLong(dedent(inner)), unknown: [] };
  if (quotes.quotes === "other" || !inner.includes("\\")) return { value: inner, unknown: [] };
  const unknown: number[] = [];
  const value = inner.replace(shortEscape, (whole, code: string | undefined, char: string, at) => {
    const point = code === undefined ? undefined : Number.parseInt(code, 16);
    if (point !== undefined && point <= 0x10ffff) return String.fromCodePoint(point);
    const meaning = char !== undefined && Object.hasOwn(single, char) ? single[char] : undefined;
    if (meaning !== undefined) return meaning;
    unknown.push(width + Number(at));
    return whole;
  });
  return { value, unknown };
}

function unescapeLong(text: string): string {
  return text.replace(/\\(\\|""")/g, "$1");
}

/** Drops a blank first and last line, and the indentation that the lines after the first share. */
function dedent(text: string): string {
  const lines = text.split(/\r\n|\n|\r/);
  let common: string | undefined;
  for (const line of lines.slice(1)) {
    if (isBlank(line)) continue;
    const indent = /^[\t ]*/.exec(line)?.[0] ?? "";
    common = common === undefined ? indent : shared(common, indent);
  }
  const width = common?.length ?? 0;
  const kept = lines.map((line, index) =>
    index === 0 ? line : isBlank(line) ? "" : line.slice(width),
  );
  if (kept.length > 1 && isBlank(kept.at(-1) ?? "")) kept.pop();
  if (kept.length > 1 && isBlank(kept[0] ?? "")) kept.shift();
  return kept.join("\n");
}

function shared(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}

function isBlank(line: string): boolean {
  return /^[\p{White_Space}\u200b]*$/u.test(line);
}

/** The edits that put plain quotes around a text in other ones, or a missing one behind it. */
export function mendQuotes(image: string, start: number, quotes: TextSpan): readonly Edit[] {
  const end = start + image.length;
  const width = quotes.quotes === "long" ? 3 : 1;
  const mark = '"'.repeat(width);
  if (quotes.quotes !== "other") {
    const last = image.at(-1) ?? "";
    const wrong = image.length > width && "\u201c\u201d\u201e\u201f\uff02".includes(last);
    return [{ start: wrong ? end - 1 : end, end, text: mark }];
  }
  const inner = image.slice(1, quotes.closed ? -1 : undefined);
  const escaped = inner.replace(/(?<!\\)"/g, '\\"');
  return [{ start, end, text: `"${escaped}"` }];
}
