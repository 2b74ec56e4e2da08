// Turns the sources into the programs of dist/: the extension, the server, the command line and the preview's page.
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { collectNotices } from "./scripts/notices.mjs";
import { programs } from "./scripts/programs.mjs";

mkdirSync("dist", { recursive: true });
const results = await Promise.allSettled(programs.map((program) => build(program)));
// esbuild has said by then what is wrong, and the programs without a fault are built.
if (results.some(({ status }) => status === "rejected")) process.exit(1);
const inputs = results.flatMap(({ value }) => Object.keys(value.metafile.inputs));
writeFileSync("dist/third-party-notices.txt", collectNotices(inputs));
// ES modules beside a package that says "type": "module" need nothing more than the permission to run.
chmodSync("dist/cli.js", 0o755);
