// Where the page's script and style lie → the HTML around them, with a content policy that allows nothing else.

export interface PageParts {
  readonly script: string;
  readonly style: string;
  /** A word that only this page knows: scripts without it do not run. */
  readonly nonce: string;
  /** What may be reached: the webview's own source, or 'self' on localhost. */
  readonly source: string;
  readonly language: string;
  /** What it is called where nothing else says so; that of the preview without one. */
  readonly title?: string;
  /** Where the page may send to and listen on; nothing in VS Code. */
  readonly connect?: string;
}

/** What the page may load and do; a `<meta>` cannot say who may show it in a frame. */
export function policyOf(parts: PageParts): string {
  return [
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `style-src ${parts.source}`,
    `script-src 'nonce-${parts.nonce}'`,
    `img-src ${parts.source}`,
    ...(parts.connect === undefined ? [] : [`connect-src ${parts.connect}`]),
  ].join("; ");
}

/** The document of the preview, or of another page that one script fills. */
export function pageHtml(parts: PageParts): string {
  const [policy, script, style] = [policyOf(parts), parts.script, parts.style].map(attribute);
  return `<!doctype html>
<html lang="${attribute(parts.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${attribute(parts.title ?? "Strategy preview")}</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
<div id="page"></div>
<script nonce="${attribute(parts.nonce)}" src="${script}"></script>
</body>
</html>
`;
}

/** What a page of its own is made of: the texts of its parts, and their hashes as a policy has them. */
export interface WholeParts {
  readonly title: string;
  readonly script: string;
  readonly scriptHash: string;
  readonly style: string;
  readonly styleHash: string;
  readonly language: string;
  /** What it shows, under this id, as JSON. */
  readonly id: string;
  readonly data: unknown;
}

/** A document that needs nothing but itself, and reaches nothing. */
export function wholeHtml(parts: WholeParts): string {
  const policy = [
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `style-src '${parts.styleHash}'`,
    `script-src '${parts.scriptHash}'`,
  ].join("; ");
  // Inside a script nothing is escaped: no text in it may look like markup.
  const data = JSON.stringify(parts.data).replaceAll("<", "\\u003c");
  return `<!doctype html>
<html lang="${attribute(parts.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${attribute(parts.title)}</title>
<style>${parts.style}</style>
</head>
<body>
<div id="page"></div>
<script type="application/json" id="${attribute(parts.id)}">${data}</script>
<script>${parts.script}</script>
</body>
</html>
`;
}

/** A text inside the quotation marks of an attribute. */
function attribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
