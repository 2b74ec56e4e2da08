// Builds everything, says what is found in the example strategy, and opens its views in the browser.
import { run } from "./run.mjs";

const example = "examples/it-department";

const built = await run("node", ["build.mjs"]);
if (built !== 0) process.exit(built);

console.log(`What 'strategy check' finds in ${example}:\n`);
const checked = await run("node", ["dist/cli.js", "check", "--project", example]);
// 1 means that there are findings, which is what the example is for.
if (checked > 1) process.exit(checked);

console.log(`\nThe views of ${example}, until you press Ctrl+C:\n`);
process.exit(await run("node", ["dist/cli.js", "preview", "--project", example]));
