// Turns the tests of this folder into one run inside the extension host, with the result in a file.
import { writeFileSync } from "node:fs";
import * as vscode from "vscode";
import { activation } from "./activation.ts";
import { beginning } from "./beginning.ts";
import { changing } from "./changing.ts";
import { drawing } from "./drawing.ts";
import { revertAll, type Tests } from "./editor.ts";
import { explaining } from "./explaining.ts";
import { exporting } from "./exporting.ts";
import { offering } from "./offering.ts";
import { reading } from "./reading.ts";
import { recovering } from "./recovering.ts";
import { tables } from "./tables.ts";
import { treeing } from "./treeing.ts";

const tests: Tests = {
  ...{ ...activation, ...reading, ...explaining, ...changing, ...offering },
  ...{ ...drawing, ...treeing, ...exporting, ...beginning, ...tables, ...recovering },
};

/** Called by VS Code. Rejects where a test fails, which makes the whole run fail. */
export async function run(): Promise<void> {
  // As on a desktop: in a browser documents are saved by themselves.
  const { Global } = vscode.ConfigurationTarget;
  await vscode.workspace.getConfiguration("files").update("autoSave", "off", Global);
  const results: { name: string; error?: string }[] = [];
  for (const [name, test] of Object.entries(tests)) {
    try {
      await within(60_000, test());
      results.push({ name });
    } catch (error) {
      results.push({ name, error: String(error instanceof Error ? error.stack : error) });
    }
    await revertAll();
  }
  const file = process.env.STRATEGY_TEST_RESULT;
  if (file) writeFileSync(file, JSON.stringify(results));
  const failed = results.filter(({ error }) => error !== undefined);
  if (failed.length > 0) throw new Error(`${failed.length} of ${results.length} tests failed.`);
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It took over ${milliseconds} ms.`)), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
