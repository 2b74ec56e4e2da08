// What is exported, of which day → the name that its file is offered under.

/** "nordwind-it-strategy-2026-2028-roadmap-2026-11-23.pdf" */
export function fileNameOf(
  { title, today }: { readonly title: string; readonly today: string },
  view: string,
  extension: string,
): string {
  const words = title.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? ["strategy"];
  const short = Array.from(words.join("-")).slice(0, 60).join("");
  return `${short}-${view}-${today}.${extension}`;
}
