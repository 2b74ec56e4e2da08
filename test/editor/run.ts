// Runs the tests in a real VS Code and beside it: those in its extension host, the pages in a browser, the walk through the workbench, the first five minutes.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runTests } from "@vscode/test-electron";
import { build } from "esbuild";
import { playFirst } from "./first.ts";
import { prepare } from "./host/setup.ts";
import { openPages } from "./pages.ts";
import { takePictures } from "./pictures.ts";
import type { Result } from "./result.ts";
import { walk } from "./workbench.ts";

const root = join(import.meta.dirname, "../..");
const example = join(root, "examples/it-department");
// Desktop VS Code is used where it is asked for: it is downloaded, and has no page to walk through; nor is there a browser then.
const desktop = process.env.STRATEGY_DESKTOP !== undefined;
const only = process.argv[2];

// Interrupted, it ends in order: what it started notices, and the copies go.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));

if (!desktop) await prepare();
const results: Result[] = [];
const parts = { suite: testInHost, pages: testPages, workbench: walkThrough, first: begin };
for (const [name, part] of Object.entries(parts))
  if ((only ?? name) === name && (name === "suite" || !desktop)) results.push(...(await part()));
// No test: it writes into the documentation, and is done where it is asked for.
if (only === "pictures" && !desktop) results.push(...(await drawDocumentation()));

const failed = results.filter(({ error }) => error !== undefined).length;
const passed = results.length - failed;
const file = process.env.STRATEGY_EDITOR_RESULT;
if (file) writeFileSync(file, JSON.stringify({ passed, failed }));
console.log(`\nEditor: ${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);

async function testInHost(): Promise<readonly Result[]> {
  const tests = join(root, "dist/test/suite.cjs");
  await build({
    entryPoints: [join(import.meta.dirname, "suite/index.ts")],
    outfile: tests,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node22",
    external: ["vscode"],
    logLevel: "warning",
  });
  console.log("In the extension host");
  return inCopy(async (folder, project) => {
    const file = join(folder, "result.json");
    // An editor that ends without a word has not tested anything: it gets a second chance.
    const results: readonly Result[] = (await runSuite(tests, project, file)) ??
      (await runSuite(tests, project, file)) ?? [
        { name: "the suite runs to its end", error: "VS Code ended without a result, twice." },
      ];
    for (const one of results) report(one);
    return results;
  });
}

/** One run of the suite; nothing where it left no result. */
async function runSuite(
  tests: string,
  project: string,
  file: string,
): Promise<readonly Result[] | undefined> {
  try {
    await runTests({
      ...(desktop ? {} : { vscodeExecutablePath: join(import.meta.dirname, "host/code") }),
      extensionDevelopmentPath: root,
      extensionTestsPath: tests,
      launchArgs: [project],
      extensionTestsEnv: { STRATEGY_TEST_RESULT: file },
    });
  } catch (error) {
    if (!existsSync(file)) console.error(error);
  }
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

function testPages(): Promise<readonly Result[]> {
  console.log("\nIn a browser");
  return inCopy((_, project) => ended("the pages open", () => openPages(root, project, report)));
}

/** The walk has the extension as users get it: packed and installed. */
function walkThrough(): Promise<readonly Result[]> {
  console.log("\nIn the workbench");
  return inCopy((folder, project) =>
    ended("the walk runs to its end", () => walk(root, project, packed(folder), report)),
  );
}

/** From an empty folder on, with the same packed extension. */
function begin(): Promise<readonly Result[]> {
  console.log("\nThe first five minutes");
  return inCopy((folder) =>
    ended("the first five minutes run to their end", () =>
      playFirst(root, folder, packed(folder), report),
    ),
  );
}

function drawDocumentation(): Promise<readonly Result[]> {
  console.log("\nPictures of the documentation");
  return inCopy((folder, project) =>
    ended("the pictures are taken", async () => {
      await takePictures(root, folder, project, packed(folder));
      const result = { name: "the pictures of the README and of the walkthrough are written" };
      report(result);
      return [result];
    }),
  );
}

/** The extension as it is given away. */
function packed(folder: string): string {
  const vsix = join(folder, "strategy-as-code.vsix");
  execFileSync(process.execPath, ["scripts/package.mjs", vsix], {
    cwd: root,
    timeout: 180_000,
    encoding: "utf8",
  });
  return vsix;
}

/** What was tested; where it could not be, that is a result too. */
async function ended(
  name: string,
  test: () => Promise<readonly Result[]>,
): Promise<readonly Result[]> {
  try {
    return await test();
  } catch (error) {
    const result = { name, error: String(error instanceof Error ? error.stack : error) };
    report(result);
    return [result];
  }
}

/** Tests edit files: they get a copy of the example to do it in. */
function inCopy<T>(use: (folder: string, project: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "strategy-editor-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const project = join(folder, "it-department");
  cpSync(example, project, { recursive: true });
  return use(folder, project);
}

function report({ name, error }: Result): void {
  console.log(error === undefined ? `  ✓ ${name}` : `  ✗ ${name}\n${error.replace(/^/gm, "    ")}`);
}
