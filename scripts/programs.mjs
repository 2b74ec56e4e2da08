// The programs of dist/: what each is made of, and where it runs.

const shared = {
  bundle: true,
  minify: true,
  sourcemap: false,
  legalComments: "none",
  logLevel: "warning",
  metafile: true,
  define: { "process.env.NODE_ENV": '"production"' },
};
// Some packages have a main file that asks for its parts in a way no bundler sees; their module does not.
const node = {
  ...shared,
  outdir: "dist",
  platform: "node",
  target: "node22",
  external: ["vscode"],
  mainFields: ["module", "main"],
};
// CommonJS has no import.meta: what the sources read from it is the same file and folder.
const cjs = {
  ...node,
  format: "cjs",
  outExtension: { ".js": ".cjs" },
  define: {
    ...shared.define,
    "import.meta.dirname": "__dirname",
    "import.meta.filename": "__filename",
  },
};
const esm = {
  ...node,
  format: "esm",
  // A package names the files that it writes beside others after its own path.
  define: { ...node.define, __filename: "import.meta.filename" },
};
// Bundled CommonJS packages ask for Node's modules with `require`, which ES modules lack.
const require = `import { createRequire as $require } from "node:module";const require=$require(import.meta.url);`;
// The server loads its parts one after the other, and they are files of their own.
const parts = { "./serve/process.ts": "./server-greeting.js", "./local.ts": "./server-rest.js" };
const apart = {
  name: "apart",
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\.\// }, ({ path }) =>
      path in parts ? { path: parts[path], external: true } : undefined,
    );
  },
};
// What writes exports and what reads tables is large and seldom asked for: they are files of their own, loaded where they are.
const seldom = {
  name: "seldom",
  setup: ({ onResolve }) => {
    for (const [filter, path] of [
      [/\/exports\/writers\.ts$/, "./exports.js"],
      [/\/tables\/file-rows\.ts$/, "./tables.js"],
    ])
      onResolve({ filter, namespace: "file" }, ({ kind }) =>
        kind === "dynamic-import" ? { path, external: true } : undefined,
      );
  },
};
// Fonts that are compressed for the web are not read, so what would unpack them stays outside.
const noWebFonts = {
  name: "no-web-fonts",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^brotli\// }, ({ path }) => ({ path, namespace: "no-web-fonts" }));
    onLoad({ filter: /./, namespace: "no-web-fonts" }, () => ({
      contents: "export default () => { throw new Error('This font is compressed.'); };",
    }));
  },
};
// The library of the protocol asks for these at once, for ways to talk that are hardly ever taken.
const whenNeeded = {
  name: "when-needed",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^(?:child_process|crypto|net)$/ }, ({ path }) => ({
      path,
      namespace: "when-needed",
    }));
    onLoad({ filter: /./, namespace: "when-needed" }, ({ path }) => ({
      contents: `module.exports = new Proxy({}, { get: (_, name) => require("node:${path}")[name] });`,
    }));
  },
};
const web = {
  ...shared,
  outdir: "dist",
  platform: "browser",
  target: "es2022",
  external: ["vscode"],
};

/** One row a program, as esbuild wants it. */
export const programs = [
  { ...cjs, entryPoints: { extension: "client/extension.ts" }, plugins: [seldom] },
  { ...esm, entryPoints: { server: "server/main.ts" }, plugins: [apart] },
  {
    ...esm,
    entryPoints: { "server-greeting": "server/serve/process.ts", "server-rest": "server/local.ts" },
    banner: { js: require },
    plugins: [whenNeeded],
    splitting: true,
    chunkNames: "server-shared",
  },
  {
    ...esm,
    entryPoints: { cli: "client/cli/main.ts" },
    plugins: [seldom],
    banner: { js: `#!/usr/bin/env node\n${require}` },
  },
  {
    ...esm,
    entryPoints: { exports: "client/exports/writers.ts" },
    banner: { js: require },
    plugins: [noWebFonts],
  },
  { ...esm, entryPoints: { tables: "client/tables/file-rows.ts" }, banner: { js: require } },
  { ...web, format: "iife", entryPoints: { page: "client/preview/page.tsx" } },
  { ...web, format: "iife", entryPoints: { explain: "client/explain/page.tsx" } },
  { ...web, format: "cjs", entryPoints: { web: "client/web.ts" } },
  { ...web, format: "iife", entryPoints: { "web-server": "server/web.ts" } },
];
