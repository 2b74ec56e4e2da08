// Walks through the real workbench as a user would: each step is a test, and leaves a picture.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { processesOf } from "./host/processes.ts";
import { session } from "./host/session.ts";
import { type Result, taken } from "./result.ts";
import { steps } from "./steps.ts";

/** Installs the extension, takes every step in turn, and tells each one's result as it comes. */
export function walk(
  root: string,
  project: string,
  vsix: string,
  report: (result: Result) => void,
): Promise<readonly Result[]> {
  const shots = join(root, "test/editor/shots");
  rmSync(shots, { recursive: true, force: true });
  mkdirSync(shots, { recursive: true });
  const settings = {
    "workbench.editor.revealIfOpen": true,
    "files.autoSave": "off",
    // What is selected is read off the line that it stands in.
    "[strategy]": { "editor.wordWrap": "off" },
  };
  return session({ settings, vsix: [vsix] }, async (page, server) => {
    page.setDefaultTimeout(60_000);
    await page.goto(server.address(project, [["skipWelcome", "true"]]), { timeout: 60_000 });
    const results: Result[] = [{ name: "the extension is packed and installs" }];
    for (const result of results) report(result);
    for (const [name, step] of Object.entries(steps)) {
      const number = String(results.length).padStart(2, "0");
      const shoot = async (words: string) => {
        const file = `${number}-${words.toLowerCase().replace(/[^a-z0-9]+/g, "-")}.png`;
        await page.screenshot({ path: join(shots, file) }).catch(() => {});
      };
      const read = (file: string) => readFileSync(join(project, file), "utf8");
      const checkers = () => processesOf(server.root, "server.js");
      const result = await taken(name, () => step({ page, read, shoot, checkers }));
      results.push(result);
      report(result);
      await shoot(result.error === undefined ? name : `${name} failed`);
    }
    return results;
  });
}
