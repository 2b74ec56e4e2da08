// Builds everything and packs it into one .vsix that VS Code installs: `package.mjs [file]`.
import { run } from "./run.mjs";

const [file = "strategy-as-code.vsix"] = process.argv.slice(2);

const built = await run("node", ["build.mjs"]);
if (built !== 0) process.exit(built);
const words = ["package", "--no-dependencies", "--allow-missing-repository"];
process.exit(await run("vsce", [...words, "--no-rewrite-relative-links", "--out", file]));
