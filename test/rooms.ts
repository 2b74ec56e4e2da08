// The rooms of the sources, from the bottom up, and what a file in each may touch.

export interface Room {
  /** A folder with all in it that is no room of its own, or a file. */
  readonly at: string;
  /** What a file in it may touch, besides the rooms above it in the table. */
  readonly touches: string;
  /** The packages that it may import, `node:` for those of Node. */
  readonly packages: readonly string[];
  /** It is the same wherever it runs: no clock, no state, no disk, neither Node nor a browser. */
  readonly pure?: true;
}

/** From the bottom up: a file imports from its own room and from those above it, be it types alone. */
export const rooms: readonly Room[] = [
  {
    at: "grammar",
    touches: "a text and its tree; it knows of no files and no projects",
    packages: ["big.js", "chevrotain"],
    pure: true,
  },
  { at: "server/finding.ts", touches: "places in trees", packages: [], pure: true },
  {
    at: "server/cells",
    touches:
      "what is computed, what it read, and the chunks it came from; not what any of it means",
    packages: ["alien-signals"],
    pure: true,
  },
  {
    at: "server/words",
    touches: "texts and names as people write and read them; no declaration",
    packages: ["big.js", "fastest-levenshtein"],
    pure: true,
  },
  {
    at: "server/project",
    touches: "trees, paths, settings, and files through the door that it is given; no meaning",
    packages: ["big.js", "ignore", "jsonc-parser", "zod"],
    pure: true,
  },
  {
    at: "server/model",
    touches: "projects as they are loaded; nothing that is told or drawn",
    packages: ["big.js", "csv-parse"],
    pure: true,
  },
  {
    at: "server/edits",
    touches: "declarations and their text; it changes nothing by itself",
    packages: ["big.js"],
    pure: true,
  },
  {
    at: "server/rules",
    touches: "the model; a rule knows no other rule, and not how it is set",
    packages: ["big.js"],
    pure: true,
  },
  {
    at: "server/diagnosis",
    touches: "all rules, how each is set, silenced and explained",
    packages: [],
    pure: true,
  },
  { at: "server/views", touches: "the model; no diagnostics", packages: ["big.js"], pure: true },
  {
    at: "server/cursor",
    touches: "a place in a text and what is known there, half-typed or not",
    packages: ["big.js"],
    pure: true,
  },
  {
    at: "server/gestures",
    touches: "what was done to a picture, and the text behind it; a gesture knows no other gesture",
    packages: [],
    pure: true,
  },
  {
    at: "server/features",
    touches: "all of the above, and no protocol; a feature knows no other feature",
    packages: [],
    pure: true,
  },
  {
    at: "server/templates",
    touches: "a day and a currency; what a strategy says to begin with, and nothing that is there",
    packages: [],
    pure: true,
  },
  {
    at: "server/tables",
    touches: "rows of text and what a project declares; it knows no file and how none is written",
    packages: ["big.js"],
    pure: true,
  },
  {
    at: "server/gesture-schema.ts",
    touches: "the shapes of gestures; it is a part of the protocol",
    packages: ["zod"],
    pure: true,
  },
  {
    at: "server/protocol.ts",
    touches: "the shapes of the views, which client and server share",
    packages: ["zod"],
    pure: true,
  },
  {
    at: "server/serve",
    touches: "messages, the clock, and what is known now; files through the door that it is given",
    packages: ["vscode-languageserver", "vscode-languageserver-textdocument", "vscode-uri"],
  },
  {
    at: "server/serve.ts",
    touches: "the connection: who the client is, and when it may be asked",
    packages: ["vscode-languageserver"],
  },
  { at: "server/web.ts", touches: "a web worker", packages: ["vscode-languageserver"] },
  {
    at: "server/project/disk",
    touches: "the disk and the clock of a machine: it is the door to files",
    packages: ["node:"],
  },
  {
    at: "server/local.ts",
    touches: "this machine: its disk, its clock, the pages beside the program",
    packages: ["node:"],
  },
  {
    at: "server/compiled.ts",
    touches: "the folder for temporary files, and what is kept there compiled",
    packages: ["node:"],
  },
  { at: "server/main.ts", touches: "a process of Node", packages: ["node:"] },
  {
    at: "client/currency.ts",
    touches: "the name of a locale",
    packages: ["country-to-currency"],
    pure: true,
  },
  {
    at: "client/drawings",
    touches: "the shapes of the views; no page and no editor",
    packages: ["preact", "preact-render-to-string"],
  },
  {
    at: "client/recovery.ts",
    touches: "the editor and the server that it runs",
    packages: ["vscode", "vscode-languageclient"],
  },
  {
    at: "client/plan-changes.ts",
    touches: "the connection to the server, for one kind of word",
    packages: ["vscode", "vscode-languageclient"],
  },
  {
    at: "client/ticks.ts",
    touches: "the editor, and what it remembers of the extension",
    packages: ["vscode"],
  },
  {
    at: "client/preview",
    touches: "the page and its panel in the editor",
    packages: ["preact", "vscode", "vscode-languageclient"],
  },
  {
    at: "client/tables",
    touches: "the bytes of a file and its name; not what its rows mean",
    packages: ["csv-parse", "fflate", "read-excel-file"],
  },
  {
    at: "client/tree",
    touches: "the data of views; neither the editor nor the server",
    packages: [],
  },
  {
    at: "client/tree/editor",
    touches: "the view in the editor, its commands, and what it asks of the server",
    packages: ["vscode", "vscode-languageclient"],
  },
  {
    at: "client/explain",
    touches: "the pages about findings, in the editor, and what they write into a strategy",
    packages: ["marked", "preact", "vscode", "vscode-languageclient", "zod"],
  },
  {
    at: "client/exports",
    touches: "the data of views and their drawings; what comes from elsewhere is handed to it",
    packages: [
      "node:",
      "@resvg/resvg-wasm",
      "bidi-js",
      "csv-stringify",
      "fflate",
      "fontkit",
      "ical-generator",
      "pdfkit",
      "saxes",
      "svgpath",
      "write-excel-file",
    ],
  },
  {
    at: "client/cli",
    touches: "the disk, the terminal, localhost, and the server's rooms without a protocol",
    packages: [
      "node:",
      "commander",
      "junit-report-builder",
      "node-sarif-builder",
      "open",
      "picocolors",
      "string-width",
      "write-file-atomic",
      "zod",
    ],
  },
  { at: "client", touches: "the editor", packages: ["vscode", "vscode-languageclient"] },
  { at: "scripts", touches: "all of the above", packages: ["*"] },
  { at: "test", touches: "all of the above", packages: ["*"] },
];

/** The innermost room in which a file lies. */
export function roomOf(file: string): Room | undefined {
  const around = rooms.filter(({ at }) => file === at || file.startsWith(`${at}/`));
  return around.toSorted((a, b) => b.at.length - a.at.length)[0];
}
