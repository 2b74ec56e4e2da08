// Names, values and texts → XML in which nothing of them is read as markup, and no number is missing.

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with what stands in it, which is XML already; attributes that are undefined are left out. */
export function element(
  name: string,
  attributes: Attributes = {},
  ...inside: readonly (string | readonly string[])[]
): string {
  let tag = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    if (typeof value === "number" && !Number.isFinite(value))
      throw new Error(`No number is known for '${key}' of <${name}>.`);
    tag += ` ${key}="${typeof value === "number" ? value : escapedXml(value)}"`;
  }
  const content = inside.flat().join("");
  return content === "" ? `${tag}/>` : `${tag}>${content}</${name}>`;
}

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** A text inside of an element or an attribute. */
export function escapedXml(text: string): string {
  return knownToXml(text).replace(/[&<>"\t\n\r]/g, (character) => escapes[character] ?? character);
}

/** A text in which each character is replaced that XML does not know. */
export function knownToXml(text: string): string {
  return text.replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd");
}

/** A whole file, of its outermost element. */
export function xmlFile(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
}

/** The namespaces of slides, drawings and relationships, which nearly all parts name. */
export const namespaces = {
  "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
  "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  "xmlns:p": "http://schemas.openxmlformats.org/presentationml/2006/main",
} as const;
