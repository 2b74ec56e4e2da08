// Where the page's script and style lie → the HTML around them, with a content policy that allows nothing else.

export interface PageParts {
  readonly script: string;
  readonly style: string;
  /** A word that only this page knows: scripts without it do not run. */
  readonly nonce: string;
  /** What may be reached: the webview's own source, or 'self' on localhost. */
  readonly source: string;
  readonly language: string;
  /** Where the page may send to and listen on; nothing in VS Code. */
  readonly connect?: string;
}

/** The document of the preview. */
export function pageHtml(parts: PageParts): string {
  const policy = [
    "default-src 'none'",
    `style-src ${parts.source}`,
    `script-src 'nonce-${parts.nonce}'`,
    `font-src ${parts.source}`,
    `img-src ${parts.source} data:`,
    ...(parts.connect === undefined ? [] : [`connect-src ${parts.connect}`]),
  ].join("; ");
  return `<!doctype html>
<html lang="${parts.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Strategy preview</title>
<link rel="stylesheet" href="${parts.style}">
</head>
<body>
<div id="page"></div>
<script nonce="${parts.nonce}" src="${parts.script}"></script>
</body>
</html>
`;
}
