// A snippet in LSP syntax → what it leaves in a text where nobody changes it, as an editor would read it.

export function untouched(snippet: string): string {
  const texts = new Map<string, string>();
  return snippet
    .replace(
      /\\[\\$},|]|\$\{(\d+)(?::((?:\\.|[^}\\])*)|\|((?:\\.|[^|\\])*)\|)?\}/g,
      (whole, id, text, choices) => {
        if (id === undefined) return whole;
        const own = text ?? choices?.split(/(?<!\\),/)[0];
        if (own !== undefined) texts.set(id, own);
        return texts.get(id) ?? "";
      },
    )
    .replace(/\\([\\$},|])/g, "$1");
}
