// Builds everything and packs it into one .vsix that VS Code installs.
import { run } from "./run.mjs";

const built = await run("node", ["build.mjs"]);
if (built !== 0) process.exit(built);
const words = ["package", "--no-dependencies", "--allow-missing-repository", "--no-rewrite-relative-links"];
process.exit(await run("vsce", [...words, "--out", "strategy-as-code.vsix"]));
