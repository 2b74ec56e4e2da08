// Turns the sources into the programs of dist/: the extension, the server, the command line and the preview's page.
import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { collectNotices } from "./scripts/notices.mjs";

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

const programs = [
  { ...cjs, entryPoints: ["client/extension.ts"], outfile: "dist/extension.cjs" },
  { ...cjs, entryPoints: ["server/main.ts"], outfile: "dist/server.cjs" },
  {
    ...node,
    format: "esm",
    entryPoints: ["client/cli/main.ts"],
    outfile: "dist/cli.js",
    banner: { js: `#!/usr/bin/env node\n${require}` },
  },
  { ...web, format: "iife", entryPoints: ["client/preview/page.tsx"], outfile: "dist/page.js" },
  { ...web, format: "cjs", entryPoints: ["client/web.ts"], outfile: "dist/web.js" },
  { ...web, format: "iife", entryPoints: ["server/web.ts"], outfile: "dist/web-server.js" },
].filter(({ entryPoints: [entry] }) => existsSync(entry));

mkdirSync("dist", { recursive: true });
const results = await Promise.allSettled(programs.map((program) => build(program)));
// esbuild has said by then what is wrong, and the programs without a fault are built.
if (results.some(({ status }) => status === "rejected")) process.exit(1);
const inputs = results.flatMap(({ value }) => Object.keys(value.metafile.inputs));
writeFileSync("dist/third-party-notices.txt", collectNotices(inputs));
// ES modules beside a package that says "type": "module" need nothing more than the permission to run.
if (existsSync("dist/cli.js")) chmodSync("dist/cli.js", 0o755);
