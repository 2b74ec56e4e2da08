// A link in a page, or a heading in one → the page and the place in it to which it leads.

/** The pages that lie beside `docs/` and not in it. */
export const rootPages: readonly string[] = ["README.md", "SECURITY.md", "CHANGELOG.md"];

/** The path of a page, below `docs/`, to which a link leads from the page in which it stands. */
export function linked(path: string, href: string): string {
  const { pathname, hash } = new URL(href, `page:/${path}`);
  // What lies beside the folder is named as if it lay in it, and names it.
  return pathname.replace(/^\/(?:docs\/)?/, "") + hash;
}

/** The name of a place in a page, as links to it write it. */
export function anchorOf(heading: string): string {
  const words = unmarked(heading).toLowerCase();
  return words.replace(/[^\p{L}\p{N} -]/gu, "").replaceAll(" ", "-");
}

/** The words of a heading. */
export function unmarked(heading: string): string {
  return heading.replace(/[`*]/g, "");
}
