// A small plan and what its host answers to what is dragged → a page to drag in, and what it has asked for.
import { equal } from "node:assert/strict";
import type { Page } from "playwright-core";
import type { Gesture } from "../../../server/gestures/shape.ts";
import type { HostMessage, PageMessage } from "../../../server/protocol.ts";
import { viewNamed } from "../../../server/views/index.ts";
import { viewOf } from "../../../server/views/view.ts";
import { universeOf } from "../../workspace.ts";
import { settled, setWidth } from "./acts.ts";
import { servedMessages } from "./served.ts";

const plan = `strategy plan "Plan" { horizon: 2026 .. 2028 currency: EUR }
objective growth "Growth" {}
objective trust "Trust" {}
initiative hub "Hub" { supports: growth timeline: 2026-Q1 .. 2026-Q2 }
initiative crm "CRM" { supports: growth timeline: 2026-Q3 .. 2027-Q1 milestone pilot "Pilot" { date: 2026-Q4 } }
initiative app "App" { supports: growth timeline: after crm for 6 months }
initiative desk "Desk" { supports: trust timeline: 2027-Q1 .. 2027-Q4 depends-on: hub }
initiative later "Later" { supports: trust }
initiative lone "Lone" { timeline: 2027-Q1 .. 2027-Q2 }
review autumn "Autumn review" { date: 2026-10-05 }
`;

/** What the host makes of an edit: a change of the text, or a refusal. */
type Answer = readonly [from: string, to: string] | string;

export interface PlanPage {
  /** All that was asked for, once that were so many edits; more of them are a fault. */
  readonly asked: (edits: number) => Promise<readonly Gesture[]>;
  /** What the host answers next; without one it takes an edit and shows nothing new. */
  readonly answer: (...next: readonly Answer[]) => void;
  /** New pictures wait for this where `isSlow`. */
  readonly show: () => void;
  /** The text is this from now on. */
  readonly write: (text: string) => void;
}

/** What differs from a plan that can be changed, in a wide page. */
interface Differing {
  readonly edits?: boolean;
  readonly isSlow?: boolean;
  readonly text?: string;
  readonly width?: number;
}

/** Opens the plan, and stops its host when all is done. */
export async function inPlan(
  page: Page,
  use: (host: PlanPage) => Promise<void>,
  { edits = true, isSlow = false, text: written = plan, width = 1400 }: Differing = {},
): Promise<void> {
  let text = written;
  const asked: (readonly Gesture[])[] = [];
  const answers: Answer[] = [];
  const viewNow = (name: string): HostMessage | undefined => {
    const view = viewNamed(name);
    return view && { type: "view", view: viewOf(view, universeOf(text).model()) };
  };
  const onMessage = (message: PageMessage): HostMessage | undefined => {
    if (message.type !== "edit") return undefined;
    const { number, gestures } = message;
    asked.push(gestures);
    const next = answers.shift();
    if (typeof next === "string") return { type: "edited", number, refused: next };
    if (next) {
      text = text.replace(...next);
      if (!isSlow) setTimeout(() => served.send(viewNow), 50);
    }
    return { type: "edited", number };
  };
  const messages = (name: string) => [viewNow(name)].filter((one) => one !== undefined);
  const served = await servedMessages(messages, edits, onMessage);
  try {
    await page.goto(served.address);
    await page.locator(".rows .bar").first().waitFor();
    await setWidth(page, width);
    await use({
      asked: async (count) => {
        while (asked.length < count) await settled(page);
        equal(asked.length, count);
        return asked.flat();
      },
      answer: (...next) => {
        for (const one of next) answers.push(one);
      },
      show: () => served.send(viewNow),
      write: (now) => {
        text = now;
        served.send(viewNow);
      },
    });
  } finally {
    served.stop();
  }
}

/** Where a mark is drawn, or what of it is aloft. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly x: number;
  readonly y: number;
}

/** Where a bar or a diamond is seen: in the picture, or wherever it is held. */
export async function boxOf(page: Page, mark: string): Promise<Box> {
  await settled(page);
  const box = await page.evaluate((key) => {
    const own = document.querySelector(
      `.rows .mark[data-mark="${key}"], .head [data-mark^="${key}"]`,
    );
    const aloft = document.querySelector(`.drag-over [data-mark="aloft:${key}"]`);
    const shape = (aloft ?? own)?.querySelector("rect, path")?.getBoundingClientRect();
    return (
      shape && { left: shape.left + 2, right: shape.right - 2, y: shape.top + shape.height / 2 }
    );
  }, mark);
  if (!box) throw new Error(`'${mark}' is not drawn.`);
  return { ...box, x: (box.left + box.right) / 2 };
}

/** Presses the pointer at a point and leads it so far, step by step; it stays pressed. */
export async function lead(page: Page, from: { x: number; y: number }, x: number, y = 0) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (const part of [0.2, 0.6, 1]) await page.mouse.move(from.x + x * part, from.y + y * part);
  await settled(page);
}

/** How wide a quarter is. */
export async function quarterOf(page: Page): Promise<number> {
  const { left, right } = await boxOf(page, "work:hub");
  return (right - left) / 2;
}

/** What the label says. */
export async function label(page: Page): Promise<string> {
  const parts = await page.locator(".drag-label :is(strong, span)").allTextContents();
  return parts.join(", ");
}

/** What a gesture says besides what it is about. */
export function said(gesture: Gesture | undefined): object {
  const about = new Set(["type", "of"]);
  const parts = Object.entries(gesture ?? {}).filter(([key, value]) => value && !about.has(key));
  return Object.fromEntries(parts);
}
