// Walks through the real workbench as a user would: each step is a test, and leaves a picture.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { session } from "./host/session.ts";
import { steps, type Walk } from "./steps.ts";

interface Result {
  readonly name: string;
  readonly error?: string;
}

/** Takes every step in turn on a copy of the example, and tells each one's result as it comes. */
export function walk(
  root: string,
  project: string,
  report: (result: Result) => void,
): Promise<readonly Result[]> {
  const shots = join(root, "test/editor/shots");
  rmSync(shots, { recursive: true, force: true });
  mkdirSync(shots, { recursive: true });
  const settings = { "workbench.editor.revealIfOpen": true, "files.autoSave": "off" };
  return session({ settings }, async (page, server) => {
    page.setDefaultTimeout(20_000);
    const payload = [
      ["extensionDevelopmentPath", server.uri(root)],
      ["skipWelcome", "true"],
    ] as const;
    await page.goto(server.address(project, payload), { timeout: 60_000 });
    const results: Result[] = [];
    for (const [name, step] of Object.entries(steps)) {
      const number = String(results.length + 1).padStart(2, "0");
      const shoot = async (words: string) => {
        const file = `${number}-${words.toLowerCase().replace(/[^a-z0-9]+/g, "-")}.png`;
        await page.screenshot({ path: join(shots, file) }).catch(() => {});
      };
      const read = (file: string) => readFileSync(join(project, file), "utf8");
      const result = await take(name, step, { page, read, shoot });
      results.push(result);
      report(result);
      await shoot(result.error === undefined ? name : `${name} failed`);
    }
    return results;
  });
}

async function take(
  name: string,
  step: (walk: Walk) => Promise<void>,
  walk: Walk,
): Promise<Result> {
  try {
    await step(walk);
    return { name };
  } catch (error) {
    return { name, error: String(error instanceof Error ? error.stack : error) };
  }
}
