// The example and a fresh strategy → the pictures of the documentation, each taken of the real thing.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { templates, textOn } from "../../server/templates/index.ts";
import { type Setting, session } from "./host/session.ts";
import { interAlone } from "./pictures/fonts.ts";
import { pictureViews } from "./pictures/readme.ts";
import { prepareShrinking } from "./pictures/shrink.ts";
import {
  type Plan,
  pictureBeginning,
  pictureEditor,
  pictureFresh,
  pictureSteps,
  stepSettings,
  themes,
  windowSize,
} from "./pictures/workbench.ts";

/** The pictures show the day of the example, so that they are the same whenever they are made. */
const today = "2026-11-23";

/** Writes them all; `folder` is a new one, `project` a copy of the example. */
export async function takePictures(
  root: string,
  folder: string,
  project: string,
  vsix: string,
): Promise<void> {
  prepareShrinking();
  const fresh = join(folder, "fresh");
  const plan = freshPlan(fresh);
  const alike = { browser: interAlone(root, folder), vsix: [vsix] };
  for (const [end, theme] of Object.entries(themes)) {
    const settings = { ...stepSettings, "workbench.colorTheme": theme };
    await inWorkbench({ ...alike, settings, scale: 1.5 }, fresh, (page) =>
      pictureSteps(page, (step) => join(root, `images/walkthrough/${step}-${end}.png`), plan),
    );
  }
  const images = join(root, "docs/images");
  const light = { ...alike, settings: { "workbench.colorTheme": themes.light } };
  const empty = join(folder, "my-plan");
  mkdirSync(empty);
  await inWorkbench(light, empty, async (page) => {
    await page.setViewportSize(windowSize);
    await pictureBeginning(page, join(images, "new.png"));
  });
  await inWorkbench(light, fresh, async (page) => {
    await page.setViewportSize(windowSize);
    await pictureFresh(page, join(images, "first.png"), plan);
  });
  await inWorkbench(alike, project, async (page) => {
    await pictureEditor(page, join(images, "editor.png"), examplePlan(project));
    await pictureViews(page, root, project);
  });
}

function inWorkbench(
  setting: Setting,
  folder: string,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  return session(setting, async (page, server) => {
    page.setDefaultTimeout(60_000);
    await page.goto(server.address(folder, [["skipWelcome", "true"]]), { timeout: 60_000 });
    await page.locator(".monaco-workbench").waitFor();
    await page.locator(".explorer-folders-view").waitFor();
    await use(page);
  });
}

function examplePlan(project: string): Plan {
  const file = "growth.strategy";
  const text = readFileSync(join(project, file), "utf8");
  return { file, text, initiative: { name: "crm", title: "Personalised service with a CRM" } };
}

/** A strategy as the first template gives it on that day. */
function freshPlan(folder: string): Plan {
  const [template] = templates;
  if (template === undefined) throw new Error("There is no template.");
  const text = textOn(template, today, "EUR");
  mkdirSync(folder);
  writeFileSync(join(folder, "strategy.config.json"), JSON.stringify({ today }));
  writeFileSync(join(folder, "plan.strategy"), text);
  const initiative = { name: "customer-portal", title: "Customer portal" };
  return { file: "plan.strategy", text, initiative };
}
