// Text that others wrote → the same text without what a terminal or the log of a build would obey.

/**
 * Characters that turn the direction of writing, ends of lines of Unicode, and what GitHub and Azure
 * read as a command: `::` where a line begins, `##[` and `##vso[` anywhere in it.
 */
const signs = /[\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\uFEFF]|(?<=^\s*):(?=:)|(?<=#)#(?=\w*\[)/u.source;

/** All that is obeyed: these and control characters, ends of lines among them. */
const obeyed = new RegExp(`\\p{Cc}|${signs}`, "gu");

/** The same in JSON, where an end of a line stands between values only. */
const obeyedInJson = new RegExp(`[^\\P{Cc}\\n]|${signs}`, "gu");

const short: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** A text in one line that is seen and not obeyed: `\x1b` stands where the character would. */
export function disarmed(text: string): string {
  return text.replace(obeyed, escaped);
}

/** How far from the start of the visible text something stands that has this offset in the text. */
export function disarmedOffset(text: string, offset: number): number {
  let moved = offset;
  for (const { 0: found, index } of text.matchAll(obeyed))
    if (index < offset) moved += escaped(found).length - found.length;
  return moved;
}

/** A value as JSON in which every such character is escaped by the rules of JSON: nothing is lost. */
export function disarmedJson(value: unknown): string {
  return disarmedJsonText(JSON.stringify(value, undefined, 2));
}

/** JSON that is written already, with the same escapes. */
export function disarmedJsonText(json: string): string {
  return json.replace(obeyedInJson, (found) => `\\u${hex(found, 4)}`);
}

function escaped(found: string): string {
  return short[found] ?? (found <= "\xff" ? `\\x${hex(found, 2)}` : `\\u${hex(found, 4)}`);
}

function hex(character: string, digits: number): string {
  return character.charCodeAt(0).toString(16).padStart(digits, "0");
}
