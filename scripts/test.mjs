// Runs every check and every test, goes on after a failure, and ends with one line that adds them up.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "./run.mjs";

const folder = mkdtempSync(join(tmpdir(), "strategy-test-"));
const unit = join(folder, "unit.json");
const editor = join(folder, "editor.json");

const stages = [
  { name: "Types", program: "tsc", words: [] },
  { name: "Types of the core", program: "tsc", words: ["-p", "tsconfig.core.json"] },
  { name: "Lint", program: "biome", words: ["check", "."] },
  { name: "Dead code", program: "knip", words: [] },
  // An export that tests alone need says why with @internal.
  { name: "Code for tests alone", program: "knip", words: ["--production"] },
  { name: "Build", program: "node", words: ["build.mjs"] },
  {
    name: "Unit tests",
    program: "vitest",
    words: ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${unit}`],
  },
  {
    name: "Editor tests",
    program: "node",
    words: ["test/editor/run.ts"],
    env: { STRATEGY_EDITOR_RESULT: editor },
  },
];

const broken = [];
for (const { name, program, words, env } of stages) {
  console.log(`\n── ${name} ${"─".repeat(60 - name.length)}`);
  if ((await run(program, words, env)) !== 0) broken.push(name);
}

const units = read(unit);
const editors = read(editor);
const passed = (units.numPassedTests ?? 0) + (editors.passed ?? 0);
let failed = (units.numFailedTests ?? 0) + (editors.failed ?? 0);
// A check that fails, or a suite that ends before it counts, is a failure too.
for (const name of broken) {
  const counted =
    name === "Unit tests" ? units.numFailedTests : name === "Editor tests" ? editors.failed : 0;
  if (!counted) failed++;
}
rmSync(folder, { recursive: true, force: true });
if (broken.length > 0) console.log(`\nFailed: ${broken.join(", ")}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}
