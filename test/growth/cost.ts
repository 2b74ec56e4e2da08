// A shape and two sizes → how much more the larger costs: what tests of growth compare, in place of times.
import process from "node:process";
import { diagnose } from "../../server/diagnosis/diagnose.ts";
import { universe } from "../../server/model/universe.ts";
import { workspaceOf } from "../workspace.ts";

/** The files of a strategy of a size, by path. */
export type Shape = (size: number) => Readonly<Record<string, string>>;

/** What is done with the files: as a rule `judged`. */
export type Work = (files: Readonly<Record<string, string>>) => unknown;

/** Reads the files and judges all projects in them: how many diagnostics there are of each code. */
export function judged(files: Readonly<Record<string, string>>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const model of universe(workspaceOf(files)).models.values())
    for (const { code } of diagnose(model)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/**
 * The processor time of a work on a shape of size `large`, as a multiple of that on `small`: the
 * least of up to three rounds, so that a noisy machine changes little; as soon as it is below `most`
 * nothing is left to be found out. A size that takes less than a few milliseconds counts as that,
 * since below it there is only noise.
 */
export function growth(
  shape: Shape,
  [small, large]: readonly [number, number],
  most: number,
  work: Work = judged,
): number {
  const files = { small: shape(small), large: shape(large) };
  // A first run compiles what the others find compiled.
  work(files.small);
  const least = { small: 5_000, large: Number.POSITIVE_INFINITY };
  let fastest = cost(() => work(files.small));
  for (let round = 0; round < 3 && !(least.large / least.small < most); round++) {
    fastest = Math.min(
      fastest,
      cost(() => work(files.small)),
    );
    least.small = Math.max(fastest, 5_000);
    least.large = Math.min(
      least.large,
      cost(() => work(files.large)),
    );
  }
  return least.large / least.small;
}

/** The processor time of some work, in microseconds. */
function cost(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
