// Cells of others → texts and comments of the language in which they are nothing but what they say.
import { oneLine, visible } from "../words/visible.ts";

/** A text on one line; what has no shape of its own is written by its number. */
export function shortText(text: string): string {
  const line = text.trim().replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, " ");
  const escaped = line.replaceAll("\\", "\\\\").replaceAll('"', '\\"');
  return `"${told(visible(escaped))}"`;
}

/** A text as it stands, over several lines where it has them. */
export function wholeText(text: string): string {
  const lines = text
    .trim()
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
    .map((line) => line.trimEnd());
  if (lines.length < 2) return shortText(text);
  const body = lines.map((line) =>
    told(oneLine(line)).replaceAll("\\", "\\\\").replaceAll('"""', '\\"""'),
  );
  return `"""\n${body.join("\n")}\n"""`;
}

/** A comment on a line of its own: what a column says that was not understood. */
export function commentOf(heading: string, cell: string): string {
  const line = `${oneLine(heading).trim()}: ${oneLine(cell.trim())}`;
  const says = told(line).replace(/\s+/g, " ").trim();
  // No text of others switches off what the tool has to say.
  return `// ${/^ignore/i.test(says) ? "Column " : ""}${says}`;
}

/** What stands where a letter could not be read: as such it would be taken for a mistake of the file. */
function told(text: string): string {
  return text.replaceAll("\ufffd", "\\u{fffd}");
}
