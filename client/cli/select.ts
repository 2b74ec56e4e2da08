// Paths on the command line → which files of a project they mean.
import { statSync } from "node:fs";
import { isWithin } from "../../server/project/project.ts";
import { relative } from "../exports/relative.ts";
import { UsageFault } from "./command.ts";
import { placesOf } from "./open.ts";

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
  const places = placesOf(file).filter((place) => isWithin(base, place));
  const inside = places.map((place) => (place === base ? "" : relative(base, place)));
  if (inside.length === 0) {
    throw new UsageFault(`'${file}' is not in the project. Name its folder with --project.`);
  }
  const found = inside.find(
    (one) => known.some((path) => holds(one, path)) || one.endsWith("strategy.config.json"),
  );
  if (found !== undefined) return found;
  throw new UsageFault(`${why(file)} Name a file or folder of the strategy.`);
}

function why(file: string): string {
  const found = statSync(file);
  if (found.isDirectory()) return `There is no .strategy file in '${file}', or it is left out.`;
  if (!found.isFile()) return `'${file}' is no ordinary file.`;
  return file.endsWith(".strategy")
    ? `'${file}' is left out by "exclude" in strategy.config.json or by a .gitignore.`
    : `'${file}' is no .strategy file.`;
}
