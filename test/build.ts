// The sources → the programs that tests start as processes, built once for all of them.
import { chmodSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { type BuildOptions, build } from "esbuild";
import { programs } from "../scripts/programs.mjs";
import { variables } from "./programs.ts";

/**
 * Builds the programs as they are packed into a folder that looks like the package, and tells tests
 * where they are. A process starts several times as quickly from one file as from the sources.
 */
export async function setup(): Promise<() => void> {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "strategy-programs-")));
  // Some tests start them as another user.
  chmodSync(folder, 0o755);
  for (const name of ["package.json", "docs"])
    symlinkSync(path.resolve(name), path.join(folder, name));
  const built = Object.entries(variables).map(async ([name, variable]) => {
    const program = programs.find(({ outfile }) => outfile === `dist/${name}`);
    const outfile = path.join(folder, "dist", name);
    await build({ ...(program as BuildOptions), outfile });
    process.env[variable] = outfile;
  });
  await Promise.all(built);
  return () => rmSync(folder, { recursive: true });
}
