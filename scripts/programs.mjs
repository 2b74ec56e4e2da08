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
  platform: "node",
  target: "node22",
  external: ["vscode"],
  mainFields: ["module", "main"],
};
// CommonJS has no import.meta: what the sources read from it is the same file and folder.
const cjs = {
  ...node,
  format: "cjs",
  define: {
    ...shared.define,
    "import.meta.dirname": "__dirname",
    "import.meta.filename": "__filename",
  },
};
// Bundled CommonJS packages ask for Node's modules with `require`, which ES modules lack.
const require = `import { createRequire as $require } from "node:module";const require=$require(import.meta.url);`;
const web = { ...shared, platform: "browser", target: "es2022", external: ["vscode"] };

/** One row a program, as esbuild wants it. */
export const programs = [
  { ...cjs, entryPoints: ["client/extension.ts"], outfile: "dist/extension.cjs" },
  { ...cjs, entryPoints: ["server/main.ts"], outfile: "dist/server.cjs" },
  {
    ...node,
    format: "esm",
    // A package names the files that it writes beside others after its own path.
    define: { ...node.define, __filename: "import.meta.filename" },
    entryPoints: ["client/cli/main.ts"],
    outfile: "dist/cli.js",
    banner: { js: `#!/usr/bin/env node\n${require}` },
  },
  { ...web, format: "iife", entryPoints: ["client/preview/page.tsx"], outfile: "dist/page.js" },
  { ...web, format: "cjs", entryPoints: ["client/web.ts"], outfile: "dist/web.js" },
  { ...web, format: "iife", entryPoints: ["server/web.ts"], outfile: "dist/web-server.js" },
];
