// The example in the browser → the pictures of the views in the README.
import { join } from "node:path";
import type { Page } from "playwright-core";
import { choose, setSystem, settled, tabsOf } from "../pages/acts.ts";
import { servedProject } from "../pages/served.ts";
import { writePicture } from "./shrink.ts";

/** Writes one picture of each view, as `strategy preview` shows it. */
export async function pictureViews(page: Page, root: string, project: string): Promise<void> {
  const served = await servedProject(root, project);
  try {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(served.address);
    await setSystem(page, "light");
    for (const tab of await tabsOf(page)) {
      await choose(page, tab);
      await page.mouse.move(0, 0);
      await settled(page);
      const file = join(root, "docs/images", `${tab.toLowerCase()}.png`);
      await writePicture(file, await page.screenshot());
    }
  } finally {
    served.stop();
  }
}
