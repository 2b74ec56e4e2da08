// An example in a page → the same as HTML, in which what is written has the colours of the editor.

/** What a sign is, by the first group that matches: the order decides. */
const signs =
  /(?<comment>\/\/[^\n]*)|(?<text>"(?:\\.|[^"\\\n])*"?)|(?<field>\b[a-z][a-z-]*(?=\s*:)|\b(?:cost|initial|residual|benefit)(?=\s*\{))|(?<kind>(?<=^[ \t]*)[a-z]+(?=[ \t]+[\w-]+[ \t]*(?:"|\{|$)))|(?<number>(?<![\w-])[-+]?\d[\w.-]*%?)|(?<word>\b(?:on|by|from|per|for|after|import)\b)/gm;

/** The lines of a strategy, or of another text in the same spirit such as a configuration. */
export function coloured(text: string): string {
  let html = "";
  let at = 0;
  for (const { index, 0: sign, groups = {} } of text.matchAll(signs)) {
    const [role] = Object.entries(groups).find(([, found]) => found !== undefined) ?? [];
    html += htmlText(text.slice(at, index));
    html += `<span class="${role}">${htmlText(sign)}</span>`;
    at = index + sign.length;
  }
  return html + htmlText(text.slice(at));
}

/** A text in which nothing is markup. */
export function htmlText(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
