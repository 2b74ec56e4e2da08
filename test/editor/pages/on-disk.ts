// What must hold of `preview --edit` on real files: each thing that is done is the smallest change of the text, and one undo gives the bytes back.
import { equal } from "node:assert/strict";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { settled, setWidth } from "./acts.ts";
import { servedProject } from "./served.ts";

/** The strategy files of a folder and all below it, by their paths. */
type Texts = ReadonlyMap<string, string>;

/** From what to what; a text is there once. */
export type Change = readonly [from: string, to: string];

export interface Disk {
  /** Does something on the page, which changes these files so and no others; then takes it back. */
  readonly changes: (
    does: () => Promise<void>,
    expected: Readonly<Record<string, readonly Change[]>>,
  ) => Promise<void>;
  readonly text: (path: string) => string;
  /** Those of all files, in the order of their paths. */
  readonly texts: () => readonly string[];
  readonly write: (path: string, text: string) => void;
}

/** A folder of files by their texts, or a copy of one. */
export type Plan = Readonly<Record<string, string>> | { readonly copyOf: string };

/** Opens the preview of a project in a folder of its own, to be edited; `project` is a path in it. */
export async function onDisk(
  page: Page,
  root: string,
  plan: Plan,
  use: (disk: Disk) => Promise<void>,
  project = ".",
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "strategy-disk-"));
  if (typeof plan.copyOf === "string") cpSync(plan.copyOf, folder, { recursive: true });
  else for (const [path, text] of Object.entries(plan)) writeFileSync(join(folder, path), text);
  const served = await servedProject(root, join(folder, project), "--edit");
  try {
    await page.goto(served.address);
    await setWidth(page, 1600);
    await page.locator(".rows .bar").first().waitFor();
    await use({
      changes: (does, expected) => changed(page, folder, does, expected),
      texts: () => [...textsIn(folder).values()],
      text: (path) => readFileSync(join(folder, path), "utf8"),
      write: (path, text) => writeFileSync(join(folder, path), text),
    });
  } finally {
    served.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function changed(
  page: Page,
  folder: string,
  does: () => Promise<void>,
  expected: Readonly<Record<string, readonly Change[]>>,
): Promise<void> {
  const before = textsIn(folder);
  const after = new Map(before);
  for (const [path, changes] of Object.entries(expected))
    for (const [from, to] of changes) {
      const text = after.get(path) ?? "";
      equal(text.split(from).length, 2, `'${from}' is once in ${path}.`);
      after.set(
        path,
        text.replace(from, () => to),
      );
    }
  await does();
  await becomes(page, folder, after);
  await page.locator("[data-lifted], .carried, .mark-field").first().waitFor({ state: "detached" });
  await page.keyboard.press("Control+z");
  await becomes(page, folder, before);
  await page.locator(".told", { hasText: "Undone." }).waitFor();
  await page.locator(".told .close").click();
  await settled(page);
}

/** Waits until all files hold these texts; says what differs where they do not come to. */
async function becomes(page: Page, folder: string, wanted: Texts): Promise<void> {
  const seen = () => JSON.stringify([...textsIn(folder)]);
  const until = JSON.stringify([...wanted]);
  for (let tries = 0; tries < 300 && seen() !== until; tries++) await settled(page);
  for (const [path, text] of textsIn(folder)) equal(text, wanted.get(path), path);
}

function textsIn(folder: string): Texts {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".strategy"))
    .toSorted();
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}
