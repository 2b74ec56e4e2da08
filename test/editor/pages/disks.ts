// What must hold of `preview --edit` on files: what pointer and keys do in a plan with comments and a layout of its own.
import { ok } from "node:assert/strict";
import type { Page } from "playwright-core";
import { choose, focusOn, settled } from "./acts.ts";
import { type Change, onDisk } from "./on-disk.ts";
import { boxOf, lead, quarterOf } from "./plan-host.ts";

const file = "plan.strategy";

/** Lines end as on Windows, values stand in columns, and most have a comment. */
const plan = `// What we sell.
strategy shop "Shop" { horizon: 2026 .. 2028 currency: EUR appetite: medium }
objective growth "Growth" {} // first
objective trust "Trust" {}
theme reach "Reach" {}
theme safety "Safety" {}
team web "Web" {}
team data "Data" {}
role head "Head" {}
role lead "Lead" {}

initiative hub "Hub" {
  supports:  growth    // the only one
  timeline:  2026-Q1 .. 2026-Q2 // approved in June
}

initiative crm "CRM" {
  supports:  growth
  theme:     safety    // not that of the goal
  teams:     web 4 FTE // and two from outside
  owner:     head
  timeline:  2026-Q3 .. 2027-Q1
  status:    planned   // until the board decides
  milestone pilot "Pilot" { date: 2026-Q4 } // in one store
}

initiative app "App" {
  supports:  growth
  timeline:  after crm for 2 quarters // moves when it moves
}

initiative desk "Desk" {
  supports:  trust
  theme:     reach
  teams:     data
  owner:     lead
  status:    active
  timeline:  2027-03 .. 2027-08 // by month
}

initiative later "Later" {
  supports:  trust
  // Nobody knows when.
}

risk leak "Leak" { affects: crm probability: high impact: medium } // rated in May
review autumn "Autumn" { date: 2026-10-05 }
`.replaceAll("\n", "\r\n");

/** What is done on the page, and how the one file changes. */
type Act = readonly [does: () => Promise<void>, ...changes: readonly Change[]];

export const diskChecks = (root: string): Readonly<Record<string, (page: Page) => Promise<void>>> =>
  Object.fromEntries(
    Object.entries({
      "on files, a pointer changes the dates as coarsely as they are written": datesByPointer,
      "on files, keys change the same dates": datesByKeys,
      "on files, work that goes to another group changes one name": groups,
      "on files, a line that is drawn is one name among what work waits for": waits,
      "on files, risks, goals, titles, status and progress are one change each": marks,
    }).map(([name, actsOf]) => [
      name,
      (page) =>
        onDisk(page, root, { [file]: plan }, async (disk) => {
          for (const [does, ...changes] of await actsOf(page))
            await disk.changes(does, { [file]: changes });
        }),
    ]),
  );

const crmLater: Change = ["2026-Q3 .. 2027-Q1", "2026-Q4 .. 2027-Q2"];
const crmLonger: Change = ["2026-Q3 .. 2027-Q1", "2026-Q3 .. 2027-Q2"];
const crmEarlier: Change = ["2026-Q3 .. 2027-Q1", "2026-Q2 .. 2027-Q1"];
const appLonger: Change = ["after crm for 2 quarters", "after crm for 3 quarters"];
const deskLater: Change = ["2027-03 .. 2027-08", "2027-04 .. 2027-09"];
const pilotLater: Change = ["{ date: 2026-Q4 }", "{ date: 2027-Q1 }"];

async function datesByPointer(page: Page): Promise<readonly Act[]> {
  const quarter = await quarterOf(page);
  const dragged =
    (mark: string, by: number, edge: "x" | "left" | "right" = "x") =>
    async () => {
      const box = await boxOf(page, mark);
      await lead(page, { x: box[edge], y: box.y }, by);
      await page.mouse.up();
    };
  return [
    [dragged("work:crm", quarter), crmLater],
    [dragged("work:crm", quarter, "right"), crmLonger],
    [dragged("work:crm", -quarter, "left"), crmEarlier],
    [dragged("work:app", quarter), appLonger],
    [dragged("work:app", quarter, "right"), appLonger],
    [dragged("work:desk", quarter / 3), deskLater],
    [dragged("milestone:crm:pilot", quarter), pilotLater],
    [
      async () => {
        const chip = await page.locator(".chip", { hasText: "Later" }).boundingBox();
        const { left, y } = await boxOf(page, "work:app");
        ok(chip);
        const from = { x: chip.x + 30, y: chip.y + chip.height / 2 };
        await lead(page, from, left + 4 - from.x, y - from.y);
        await page.mouse.up();
      },
      ["supports:  trust\r\n  //", "supports:  trust\r\n  timeline: 2027-Q2\r\n  //"],
    ],
    [
      async () => {
        await page.keyboard.down("Control");
        for (const id of ["hub", "crm", "app"]) {
          const { x, y } = await boxOf(page, `work:${id}`);
          await page.mouse.click(x, y);
        }
        await page.keyboard.up("Control");
        await dragged("work:hub", quarter)();
      },
      ["2026-Q1 .. 2026-Q2", "2026-Q2 .. 2026-Q3"],
      crmLater,
    ],
  ];
}

/** Presses keys on a mark, one after the other. */
function pressed(page: Page, mark: string, ...keys: readonly string[]): () => Promise<void> {
  return async () => {
    await focusOn(page, mark);
    for (const key of keys) await page.keyboard.press(key);
  };
}

async function datesByKeys(page: Page): Promise<readonly Act[]> {
  const review = page.locator(".head [data-mark^='event:review:autumn']");
  return [
    [pressed(page, "work:crm", "Alt+ArrowRight"), crmLater],
    [pressed(page, "work:crm", "Alt+Shift+ArrowRight"), crmLonger],
    [pressed(page, "work:crm", "Alt+Control+ArrowLeft"), crmEarlier],
    [pressed(page, "work:app", "Alt+ArrowRight"), appLonger],
    [pressed(page, "work:desk", "Alt+ArrowRight"), deskLater],
    [pressed(page, "milestone:crm:pilot", "Alt+ArrowRight"), pilotLater],
    [
      async () => {
        await review.focus();
        await page.keyboard.press("Alt+ArrowRight");
        await page.keyboard.press("Alt+ArrowRight");
      },
      ["2026-10-05", "2026-10-07"],
    ],
  ];
}

async function groups(page: Page): Promise<readonly Act[]> {
  const moved = (by: string) => async () => {
    await page.getByLabel("Group by").selectOption({ label: by });
    await settled(page);
    const [crm, desk] = [await boxOf(page, "work:crm"), await boxOf(page, "work:desk")];
    await lead(page, crm, 20, desk.y - crm.y);
    await page.mouse.up();
  };
  const down = pressed(page, "work:crm", "Alt+ArrowDown");
  const supports: Change = ["supports:  growth\r\n  theme", "supports:  trust\r\n  theme"];
  const theme: Change = ["safety    // not", "reach    // not"];
  return [
    [moved("Objective"), supports],
    [down, supports],
    [moved("Theme"), theme],
    [down, theme],
    [moved("Team"), ["web 4 FTE", "data 4 FTE"]],
    [moved("Owner"), ["owner:     head", "owner:     lead"]],
    [moved("Status"), ["planned   //", "active   //"]],
  ];
}

async function waits(page: Page): Promise<readonly Act[]> {
  const deskWaits: Change = ["// by month\r\n", "// by month\r\n  depends-on: crm\r\n"];
  return [
    [
      async () => {
        const [crm, desk] = [await boxOf(page, "work:crm"), await boxOf(page, "work:desk")];
        await lead(page, { x: crm.right + 18, y: crm.y }, desk.x - crm.right - 18, desk.y - crm.y);
        await page.mouse.up();
      },
      deskWaits,
    ],
    [pressed(page, "work:crm", "d", "ArrowDown", "ArrowDown", "Enter"), deskWaits],
  ];
}

async function marks(page: Page): Promise<readonly Act[]> {
  const menu = (mark: string, entry: string) => async () => {
    await pressed(page, mark, "Shift+F10")();
    await page.getByRole("menu").getByText(entry, { exact: true }).click();
  };
  const typed = (text: string) => async () => {
    await page.locator(".mark-field input").fill(text);
    await page.keyboard.press("Enter");
  };
  const both =
    (...all: readonly (() => Promise<void>)[]) =>
    async () => {
      for (const one of all) await one();
    };
  return [
    [menu("work:crm", "Active"), ["planned   //", "active   //"]],
    [both(menu("work:crm", "Rename…"), typed("New CRM")), ['"CRM"', '"New CRM"']],
    [
      both(pressed(page, "milestone:crm:pilot", "F2"), typed("First store")),
      ['"Pilot"', '"First store"'],
    ],
    [
      both(menu("work:crm", "Progress…"), typed("30")),
      [
        "planned   // until the board decides\r\n",
        "planned   // until the board decides\r\n  progress: 30%\r\n",
      ],
    ],
    [
      both(() => choose(page, "Risks"), pressed(page, "spot:leak", "Alt+ArrowUp")),
      ["probability: high", "probability: very-high"],
    ],
    [
      both(() => choose(page, "Alignment"), pressed(page, "initiative:hub", "Alt+ArrowDown")),
      ["growth    // the only", "trust    // the only"],
    ],
  ];
}
