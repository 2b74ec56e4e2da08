// Opens the page of the preview in a browser, without an editor: each check of each view is a test.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { findBrowser, openBrowser } from "./host/chromium.ts";
import { tabsOf } from "./pages/acts.ts";
import { carryChecks } from "./pages/carrying.ts";
import { checksOf } from "./pages/checks.ts";
import { pitfallChecks } from "./pages/disk-pitfalls.ts";
import { diskChecks } from "./pages/disks.ts";
import { linkChecks } from "./pages/drag-links.ts";
import { dragChecks } from "./pages/drags.ts";
import { editChecksOf } from "./pages/edits.ts";
import { fileChecks } from "./pages/files.ts";
import { markChecks } from "./pages/marks.ts";
import { servedProject } from "./pages/served.ts";
import { showChecks } from "./pages/showing.ts";
import { statesOf } from "./pages/states.ts";
import { type Result, taken } from "./result.ts";

type Check = (page: Page) => Promise<void>;

/** Serves a copy of the example, and tells of each check what came of it. */
export async function openPages(
  root: string,
  project: string,
  report: (result: Result) => void,
): Promise<readonly Result[]> {
  const folder = mkdtempSync(join(tmpdir(), "strategy-pages-"));
  const context = await openBrowser(await findBrowser(), join(folder, "browser"));
  const results: Result[] = [];
  const faults: string[] = [];
  context.on("weberror", (error) => faults.push(String(error.error().stack)));
  const take = async (name: string, does: () => Promise<void>) => {
    const result = await taken(name, does);
    results.push(result);
    report(result);
  };
  try {
    const preview = await servedProject(root, project);
    /** In a window of its own, in which nothing is remembered. */
    const inWindow = async <T>(use: (page: Page) => Promise<T>): Promise<T> => {
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      try {
        await page.goto(preview.address);
        return await use(page);
      } finally {
        await page.close();
      }
    };
    try {
      const tabs = await inWindow(tabsOf);
      const checks = Object.assign(
        {},
        ...tabs.map(checksOf),
        statesOf(root, project),
        editChecksOf(root, project),
        fileChecks(root, project),
        markChecks,
        carryChecks,
        dragChecks,
        linkChecks,
        diskChecks(root),
        pitfallChecks(root),
        showChecks,
      );
      for (const [name, check] of Object.entries<Check>(checks))
        await take(name, () => inWindow(check));
    } finally {
      preview.stop();
    }
    await take("nothing went wrong in the page", async () => {
      if (faults.length > 0) throw new Error(faults.join("\n"));
    });
  } finally {
    await context.close().catch(() => {});
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  return results;
}
