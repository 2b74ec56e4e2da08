// Turns the sources into the programs of dist/: the extension, the server, the command line and the preview's page.
import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { build } from "esbuild";
import { assets } from "./scripts/assets.mjs";
import { collectNotices } from "./scripts/notices.mjs";
import { programs } from "./scripts/programs.mjs";

mkdirSync("dist", { recursive: true });
const results = await Promise.allSettled(programs.map((program) => build(program)));
// esbuild has said by then what is wrong, and the programs without a fault are built.
if (results.some(({ status }) => status === "rejected")) process.exit(1);
const inputs = [
  ...results.flatMap(({ value }) => Object.keys(value.metafile.inputs)),
  ...assets.map(({ from }) => from),
];
writeFileSync("dist/third-party-notices.txt", collectNotices(inputs));
for (const { from, to } of assets) {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}
// ES modules beside a package that says "type": "module" need nothing more than the permission to run.
chmodSync("dist/cli.js", 0o755);
