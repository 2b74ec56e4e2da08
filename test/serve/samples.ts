// The texts that the tests of the store write, and what they ask of a world.
import { expect } from "vitest";
import type { World } from "./world.ts";

export const goal = 'objective growth "Growth" { owner: cio }\n';
export const work = "initiative crm { supports: growth }\n";
export const late = "initiative crm { timeline: 2026-01 .. 2026-11-30\n  status: active }\n";
export const kpi = (path: string) => `kpi k { measures: growth  actuals: "${path}" }\n`;
export const rows = "date,value\n2026-01-31,4\n";

export async function isFresh(world: World): Promise<void> {
  expect(await world.seen()).toEqual(await world.fresh());
}

/** The files of each project of the workspace. */
export async function files(world: World): Promise<Record<string, readonly string[]>> {
  await world.store.settled();
  return Object.fromEntries(
    [...world.store.now().workspace.projects].map(([root, one]) => [root, [...one.files.keys()]]),
  );
}

/** The texts of the CSV files that the workspace reads. */
export async function data(world: World): Promise<Record<string, string | undefined>> {
  await world.store.settled();
  const { workspace } = world.store.now();
  const all = [...workspace.projects.values()].flatMap((one) => [...one.data]);
  return Object.fromEntries(all);
}
