// Paths on the command line → which files of a project they mean.
import { existsSync, realpathSync } from "node:fs";
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
  const wanted = paths.map((one) => insidePath(one, base));
  return files.filter((file) => wanted.some((one) => holds(one, relative(base, file))));
}

/** Whether a path relative to a project is a file, or a folder that holds it; `""` is all. */
export function holds(path_: string, file: string): boolean {
  return path_ === "" || file === path_ || file.startsWith(`${path_}/`);
}

/** A path of the command line, relative to the project that it must lie in. */
export function insidePath(file: string, base: string): string {
  const full = path.resolve(file);
  if (!existsSync(full)) throw new UsageFault(`There is no file or folder '${file}'.`);
  const real = slashed(realpathSync(full));
  if (real === base) return "";
  const inside = relative(base, real);
  if (inside.startsWith("../")) {
    throw new UsageFault(`'${file}' is not in the project. Name its folder with --project.`);
  }
  return inside;
}
