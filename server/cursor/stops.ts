// Text with gaps that are to be filled in → plain text, and a snippet in LSP syntax.

/** Plain text, or a gap with what stands in it until somebody changes it. */
export type SamplePiece =
  | string
  | {
      readonly text: string;
      /** What else may stand there. */
      readonly choices?: readonly string[];
      /** Gaps of one id hold the same text: who changes the first changes all. */
      readonly id?: string;
    };

/** What the parts leave in the text where nobody changes it. */
export function plainText(parts: readonly SamplePiece[]): string {
  return parts.map((part) => (typeof part === "string" ? part : part.text)).join("");
}

/** The parts with a tab stop for each gap, in their order. */
export function snippetText(parts: readonly SamplePiece[]): string {
  const numbers = new Map<string, number>();
  let count = 0;
  return parts
    .map((part) => {
      if (typeof part === "string") return escapedSnippet(part);
      const { text, choices = [], id } = part;
      const known = id === undefined ? undefined : numbers.get(id);
      if (known !== undefined) return `\${${known}}`;
      count += 1;
      if (id !== undefined) numbers.set(id, count);
      const all = [...new Set([text, ...choices])];
      return all.length > 1
        ? `\${${count}|${all.map((one) => one.replace(/[\\,|]/g, "\\$&")).join(",")}|}`
        : `\${${count}:${text.replace(/[\\$}]/g, "\\$&")}}`;
    })
    .join("");
}

/** Plain text as it stands in a snippet. */
export function escapedSnippet(text: string): string {
  return text.replace(/[\\$]/g, "\\$&");
}
