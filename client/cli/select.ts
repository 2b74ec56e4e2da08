// Paths on the command line → which files of a project they mean.
import { realpathSync, statSync } from "node:fs";
import path from "node:path";
import { UsageFault } from "./command.ts";
import { slashed } from "./open.ts";
import { relative } from "./report.ts";

/** The absolute files that the paths name or hold; all of them where no path is given. */
export function selectPaths(
  files: readonly string[],
  paths: readonly string[],
  base: string,
): readonly string[] {
  if (paths.length === 0) return files;
  const all = files.map((file) => relative(base, file));
  const wanted = paths.map((one) => insidePath(one, base, all));
  return files.filter((_, index) => wanted.some((one) => holds(one, all[index] ?? "")));
}

/** Whether a path relative to a project is a file, or a folder that holds it; `""` is all. */
export function holds(path_: string, file: string): boolean {
  return path_ === "" || file === path_ || file.startsWith(`${path_}/`);
}

/** A path of the command line, relative to the project, which must have it or files in it. */
export function insidePath(file: string, base: string, known: readonly string[]): string {
  const real = slashed(realpathSync(path.resolve(file)));
  const inside = real === base ? "" : relative(base, real);
  if (inside.startsWith("../")) {
    throw new UsageFault(`'${file}' is not in the project. Name its folder with --project.`);
  }
  if (known.some((one) => holds(inside, one)) || inside.endsWith("strategy.config.json"))
    return inside;
  throw new UsageFault(`${why(file, real)} Name a file or folder of the strategy.`);
}

function why(file: string, real: string): string {
  if (statSync(real).isDirectory())
    return `There is no .strategy file in '${file}', or it is left out.`;
  return real.endsWith(".strategy")
    ? `'${file}' is left out by "exclude" in strategy.config.json or by a .gitignore.`
    : `'${file}' is no .strategy file.`;
}
