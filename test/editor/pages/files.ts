// A page in one file, opened in a browser: its tabs and its address, and what comes of it on paper.
import { deepEqual, equal, ok } from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";

type Check = (page: Page) => Promise<void>;

/** The checks of exports of a project. */
export function fileChecks(root: string, project: string): Readonly<Record<string, Check>> {
  const exported = (view: string, use: (page: Page, address: string) => Promise<void>): Check => {
    return async (page) => {
      const folder = mkdtempSync(join(tmpdir(), "strategy-file-"));
      try {
        const file = join(folder, "page.html");
        const words = ["export", view, "--to", "html", "--project", project, "--output", file];
        execFileSync(process.execPath, [join(root, "dist/cli.js"), ...words]);
        await use(page, pathToFileURL(file).href);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    };
  };
  return {
    "a board in one file has a tab for each view, and its address says which is shown": exported(
      "board",
      async (page, address) => {
        await page.goto(address);
        const tabs = page.locator(".tab");
        equal(await tabs.count(), 6);
        await page.getByRole("button", { name: "Risks" }).click();
        await page.locator("[data-mark^='risk:']").first().waitFor();
        await page.waitForURL(/#risks$/);
        await page.goto("about:blank");
        await page.goto(`${address}#money`);
        await page.locator(".tab[aria-current]", { hasText: "Money" }).waitFor();
        // A link to another view of the file that is open.
        await page.evaluate(() => location.assign("#people"));
        await page.locator(".tab[aria-current]", { hasText: "People" }).waitFor();
        deepEqual(await page.getByRole("button", { name: "Lock the picture" }).count(), 0);
      },
    ),
    "a board prints all its views, and the page is as it was": exported(
      "board",
      async (page, address) => {
        await page.goto(address);
        await page.locator("header.bar").waitFor();
        const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
        const pages = pdf.toString("latin1").match(/\/Type \/Page\b/g)?.length ?? 0;
        ok(pages >= 6 && pages < 30, `${pages} pages`);
        equal(await page.locator(".sheets").count(), 0);
        ok(await page.locator("header.bar").isVisible());
      },
    ),
    "a view alone prints alone": exported("risks", async (page, address) => {
      await page.goto(address);
      await page.locator("[data-mark^='risk:']").first().waitFor();
      await page.emulateMedia({ media: "print" });
      await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
      const sentences = await page
        .locator(".sheets svg")
        .evaluateAll((all) => all.map((one) => one.getAttribute("aria-label") ?? ""));
      ok(sentences.length > 0 && sentences.every((one) => one.includes("risk")), `${sentences}`);
      ok(!(await page.locator("header.bar").isVisible()), "no controls on paper");
    }),
  };
}
