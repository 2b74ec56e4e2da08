// Text that somebody wrote → the same text with nothing hidden in it: what has no shape of its own is written out.

/**
 * What steers a terminal, turns the direction of writing, or takes no room: control characters,
 * bidirectional marks, invisible blanks, halves of a character. Joiners stay: words and emoji need them.
 */
const hidden =
  /[\p{Cc}\p{Cs}\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb\u{e0001}]/gu;

/** Hidden characters as the language itself writes them, such as `\u{202e}`; ends of lines stay. */
export function visible(text: string): string {
  return text.replace(hidden, (sign) =>
    sign === "\n" || sign === "\t" ? sign : `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

/** The same on one line, for messages, labels and names. */
export function oneLine(text: string): string {
  // Mostly there is nothing hidden: one look tells it.
  if (text.search(hidden) === -1) return text;
  return visible(text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, " "));
}

/** A title or a name among the words of an editor: on one line, and not without end. */
export function label(text: string): string {
  return shortened(oneLine(text), 300);
}

/** A sentence on one line; of one without end the middle is left out, and what to do stays. */
export function sentence(text: string): string {
  const line = oneLine(text);
  return line.length <= 2_000 ? line : `${shortened(line, 1_200)} ${line.slice(-400).trimStart()}`;
}

/** At most so many characters, with "…" for what is left out. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  // Half of a character is none.
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
