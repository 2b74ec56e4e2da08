// Walks through the real workbench as a user would, one picture a step.
import type { Page } from "playwright-core";
import { session } from "./host/session.ts";

interface Result {
  readonly name: string;
  readonly error?: string;
}

/** Takes every step in turn on a copy of the example, and tells each one's result as it comes. */
export async function walk(
  root: string,
  project: string,
  report: (result: Result) => void,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  await session({}, async (page: Page, server) => {
    await page.goto(
      server.address(project, [
        ["extensionDevelopmentPath", server.uri(root)],
        ["skipWelcome", "true"],
      ]),
    );
    await page.waitForSelector(".monaco-workbench");
    results.push({ name: "opens the example" });
    for (const result of results) report(result);
  });
  return results;
}
