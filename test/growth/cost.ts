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
 * least of three runs of each, taken in turns, so that a noisy machine changes little. A size that
 * takes less than a few milliseconds counts as that, since below it there is only noise.
 */
export function growth(shape: Shape, small: number, large: number, work: Work = judged): number {
  const files = { small: shape(small), large: shape(large) };
  work(files.small);
  const least = { small: Number.POSITIVE_INFINITY, large: Number.POSITIVE_INFINITY };
  for (let run = 0; run < 3; run++) {
    least.small = Math.min(
      least.small,
      cost(() => work(files.small)),
    );
    least.large = Math.min(
      least.large,
      cost(() => work(files.large)),
    );
  }
  return least.large / Math.max(least.small, 5_000);
}

/** The processor time of some work, in microseconds. */
function cost(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
