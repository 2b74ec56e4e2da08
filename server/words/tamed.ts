// Markdown that somebody wrote → Markdown with its emphasis, lists, code and links to pages, and nothing else that acts; a text → Markdown that is nothing but this text.

/** A text on one line in which Markdown sees no signs of its own: nothing to load, no link, no entry of a list. */
export function escaped(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~]/g, "\\$&")
    .replace(hints, "\\$&")
    .replace(/^(\s*)([-+])(?=\s|$)/, "$1\\$2")
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, "$1\\$2")
    .replace(/^\s*(?=[-=]+[-=\s]*$)/, "$&\\");
}

/** What makes an address of a text without any brackets, or a character of its number. */
const hint = String.raw`(?<=https?|ftp):(?=\/\/)|(?<=www)\.|(?<=[\w.+-])@(?=\w)|&(?=#?\w+;)`;
const hints = new RegExp(hint, "gi");

/** Behind these nothing of Markdown begins; marks of a sentence at its end are none of the address. */
const inside = String.raw`[^\s<>()[\]{}\\|"'*\u0060]`;
const address = `${inside}*(?![?!.,:;])${inside}`;
const page = String.raw`(?:https?:\/\/|mailto:)${address}`;

/**
 * What is kept as it is written, or else one sign that Markdown could take for more than a text. All
 * of it lies on one line, so that no block of Markdown can cut it in two.
 */
const signs = new RegExp(
  [
    // A sign that the author took its meaning from.
    String.raw`(?<kept>\\[!-/:-@[-\u0060{-~]`,
    // Code, where it holds nothing that would act if it were none.
    String.raw`(?<!\u0060)\u0060(?!\u0060)[^\u0060<>[\]|\\&!:.@\n]+\u0060(?!\u0060)`,
    `<${page}>)`,
    String.raw`(?<bare>https?:\/\/${address})`,
    String.raw`\[(?<says>[^[\]\\<>|!\u0060\n]+)\]\((?<to>${page})\)`,
    String.raw`(?<sign>[\\\u0060[\]<|~]|!(?=\[)|${hint})`,
  ].join("|"),
  "gi",
);

/** Only links to pages and mail addresses lead anywhere; pictures and HTML are shown as they are written. */
export function tamed(text: string): string {
  return text.replace(/\\$/gm, "").replace(signs, (all, ...found) => {
    const { bare, says, to, sign } = groupsIn(found);
    // In brackets it ends where it seems to: without them it would swallow the signs behind it.
    if (bare !== undefined) return `<${bare}>`;
    if (says !== undefined) return `[${escaped(says)}](${to})`;
    return sign === undefined ? all : `\\${sign}`;
  });
}

/** The named parts of a match, which stand behind all others. */
function groupsIn(found: readonly unknown[]): Readonly<Record<string, string | undefined>> {
  const last = found.at(-1);
  return typeof last === "object" && last !== null ? { ...last } : {};
}
