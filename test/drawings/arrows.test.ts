// Dependencies as routes: out of the bar's bottom, along the gap between rows, into the next one's top.
import { expect, test } from "vitest";
import { frameFor } from "../../client/drawings/frame.ts";
import { arrowsShown, jointsOf, routeOf } from "../../client/drawings/roadmap/arrows.ts";
import { arrange } from "../../client/drawings/roadmap/rows.ts";
import { scaleOf } from "../../client/drawings/time.ts";
import type { Dependency } from "../../server/views/roadmap/shape.ts";
import { nordwind } from "./nordwind.ts";

const frame = frameFor(1600, 30);
const scale = scaleOf(nordwind.calendar, 1096);
const arrangement = {
  groupBy: "objective",
  filter: {},
  collapsed: new Set<string>(),
} as const;
const rows = arrange(nordwind, arrangement, frame);
const y = (id: string) => rows.find(({ key }) => key === `work:${id}`)?.y ?? 0;

function route(dependency: Dependency) {
  const [joint] = jointsOf([dependency], rows, frame);
  if (!joint) throw new Error("Both ends have a row.");
  return routeOf(joint, scale, frame);
}

test("down: 8 px before the end, 4.5 px down, 10 px inside the successor, into its top", () => {
  const { path, x, y: tip, down } = route({ from: "crm", to: "app" });
  expect(down).toBe(true);
  // 30 June 2027 ends where 1 July begins: 546 days into 1096.
  expect(path).toMatch(/^M538 /);
  expect(x).toBe(556);
  expect(tip).toBe(y("app") + 15 - 8);
  expect(path).toContain(`V${tip - 1.5}`);
});

test("up is the mirror of down", () => {
  const { down, y: tip } = route({ from: "hamburg", to: "landing-zone", late: true });
  expect(down).toBe(false);
  expect(tip).toBe(y("landing-zone") + 15 + 8);
});

test("every route ends inside its successor", () => {
  for (const joint of jointsOf(nordwind.dependencies, rows, frame)) {
    const { x } = routeOf(joint, scale, frame);
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThanOrEqual(scale.width);
  }
});

test("over 60 in sight only the critical path and what the lit bar waits for are drawn", () => {
  const many = Array.from({ length: 80 }, (): Dependency => ({ from: "data-hub", to: "app" }));
  const joints = jointsOf([...many, ...nordwind.dependencies], rows, frame);
  const draw = (lit: readonly string[], critical = true) =>
    arrowsShown(joints, 0, 2000, new Set(lit), { dependencies: true, critical }).map(
      ({ dependency }) => `${dependency.from} > ${dependency.to}`,
    );
  expect(draw([])).toEqual(["landing-zone > cloud-move", "cloud-move > hamburg"]);
  expect(draw(["monitoring"], false)).toEqual(["monitoring > second-region"]);
});

test("below 600 px there are none", () => {
  expect(jointsOf(nordwind.dependencies, rows, frameFor(340, 30))).toEqual([]);
});
