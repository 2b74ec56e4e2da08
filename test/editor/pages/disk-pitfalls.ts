// What others got wrong, on files of the examples: comments lost, names dropped, bars that snap back, texts that have moved on.
import { deepEqual, equal, ok } from "node:assert/strict";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { focusOn, settled } from "./acts.ts";
import { type Disk, onDisk } from "./on-disk.ts";
import { type Box, boxOf, label, lead } from "./plan-host.ts";

const growth = "growth.strategy";

export const pitfallChecks = (
  root: string,
): Readonly<Record<string, (page: Page) => Promise<void>>> => {
  const department = { copyOf: join(root, "examples/it-department") };
  const cascade = { copyOf: join(root, "examples/cascade") };
  return {
    "work that goes to a goal of another file takes all of its lines with it": (page) =>
      onDisk(page, root, department, (disk) => taken(page, disk)),
    "a bar that is dropped is never seen where it was again": (page) =>
      onDisk(page, root, department, (disk) => stays(page, disk)),
    "what somebody else writes meanwhile stays, and is not written over": (page) =>
      onDisk(page, root, department, (disk) => meanwhile(page, disk)),
    "names of another project stay, and its files are left alone": (page) =>
      onDisk(page, root, cascade, (disk) => elsewhere(page, disk), "division"),
  };
};

/** A point of a bar that is no milestone of it. */
async function onBar(page: Page, id: string): Promise<Box> {
  const box = await boxOf(page, `work:${id}`);
  return { ...box, x: box.left + 20 };
}

async function drag(page: Page, from: Box, x: number, y = 0): Promise<void> {
  await lead(page, from, x, y);
  await page.mouse.up();
}

async function taken(page: Page, disk: Disk): Promise<void> {
  const lines = () =>
    disk
      .texts()
      .flatMap((text) => text.split("\n").map((line) => line.trim()))
      .filter((line) => line !== "")
      .toSorted();
  const [before, all] = [disk.texts(), lines()];
  const [crm, target] = [await onBar(page, "crm"), await onBar(page, "ai-service-desk")];
  await lead(page, crm, 0, target.y - crm.y);
  const says = "Supports 'Routine work automated', instead of 'Personalised customer service'";
  equal(await label(page), says);
  await page.mouse.up();
  await page.locator("[data-lifted]").first().waitFor({ state: "detached" });
  ok(!disk.text(growth).includes("initiative crm "));
  deepEqual(lines(), all);
  await page.keyboard.press("Control+z");
  await page.locator(".told", { hasText: "Undone." }).waitFor();
  deepEqual(disk.texts(), before);
}

async function stays(page: Page, disk: Disk): Promise<void> {
  const crm = await onBar(page, "crm");
  const step = (await boxOf(page, "work:out-of-hamburg")).left - crm.left;
  await lead(page, crm, step);
  const held = await boxOf(page, "work:crm");
  await page.evaluate(() => {
    const look = () => {
      const own = document.querySelector('.rows .mark[data-mark="work:crm"]');
      const aloft = document.querySelector('.drag-over [data-mark="aloft:work:crm"]');
      const seen = aloft ?? (own?.closest("[data-lifted]") ? null : own);
      const left = (seen?.querySelector("rect")?.getBoundingClientRect().left ?? -1) + 2;
      document.body.dataset.seen = `${document.body.dataset.seen ?? ""} ${left}`;
      requestAnimationFrame(look);
    };
    look();
  });
  await page.mouse.up();
  await page.locator("[data-lifted]").waitFor({ state: "detached" });
  await settled(page);
  const seen = await page.evaluate(() => document.body.dataset.seen ?? "");
  const lefts = seen.split(" ").filter(Boolean).map(Number);
  ok(lefts.length > 0 && lefts.every((left) => Math.abs(left - held.left) < 3), seen);
  ok(!disk.text(growth).includes("2026-Q2 .. 2027-Q2"));
}

async function meanwhile(page: Page, disk: Disk): Promise<void> {
  const first = disk.text(growth);
  const crm = await onBar(page, "crm");
  const quarter = ((await boxOf(page, "work:mobile-app")).left - crm.left) / 5;
  // Work of another name stands there now: what is held goes, and the text is as they left it.
  const renamed = first.replace("initiative crm ", "initiative crm-suite-work ");
  await lead(page, crm, quarter);
  disk.write(growth, renamed);
  await page.locator("[data-mark='work:crm-suite-work']").first().waitFor({ state: "attached" });
  await page.mouse.up();
  equal(disk.text(growth), renamed);
  disk.write(growth, first);
  await page.locator("[data-mark='work:crm']").first().waitFor({ state: "attached" });
  // A fault: what is held goes back, with a word.
  await lead(page, crm, quarter);
  disk.write(growth, `${first}}`);
  await page.locator(".stale").waitFor();
  await page.mouse.up();
  await page.locator(".drag-label.red", { hasText: "cannot be changed now" }).waitFor();
  disk.write(growth, first);
  await page.locator(".stale").waitFor({ state: "detached" });
  // The same dates: it is refused, and nothing is lost.
  const theirs = first.replace("2026-Q2 .. 2027-Q2", "2026-Q3 .. 2027-Q2");
  await lead(page, crm, quarter);
  disk.write(growth, theirs);
  await page.mouse.up();
  await page.locator(".drag-label.red", { hasText: "has been changed meanwhile" }).waitFor();
  equal(disk.text(growth), theirs);
}

async function elsewhere(page: Page, disk: Disk): Promise<void> {
  const tills = await onBar(page, "new-tills");
  const quarter = ((await boxOf(page, "work:new-tills")).right - tills.left) / 4;
  const goals = "division/objectives.strategy";
  await disk.changes(async () => drag(page, await onBar(page, "club-card"), quarter), {
    [goals]: [["group-identity for 3 quarters", "group-identity for 4 quarters"]],
  });
  await disk.changes(async () => drag(page, tills, quarter), {
    "division/work.strategy": [["2027-Q3 .. 2028-Q2", "2027-Q4 .. 2028-Q3"]],
  });
  await disk.changes(
    async () => {
      await focusOn(page, "work:new-tills");
      await page.keyboard.press("Alt+ArrowUp");
      await page.keyboard.press("Alt+ArrowUp");
    },
    {
      "division/work.strategy": [
        ["faster-checkout\n  owner", "corporate.loyal-customers\n  owner"],
      ],
    },
  );
}
