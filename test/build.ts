// The sources → the programs that tests start as processes, built once for all of them.
import { chmodSync, cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { type BuildOptions, build } from "esbuild";
import { assets } from "../scripts/assets.mjs";
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
  const outdir = path.join(folder, "dist");
  // The programs of the names, and the parts that they load: `server-rest` is one of the server.
  const names = [
    ...Object.keys(variables).map((name) => path.parse(name).name),
    "exports",
    "tables",
  ];
  const needed = programs.filter(({ entryPoints }) =>
    Object.keys(entryPoints).some((part) => names.some((name) => part.split("-")[0] === name)),
  );
  for (const { from, to } of assets) cpSync(from, path.join(folder, to), { recursive: true });
  await Promise.all(needed.map((program) => build({ ...(program as BuildOptions), outdir })));
  for (const [name, variable] of Object.entries(variables))
    process.env[variable] = path.join(outdir, name);
  return () => rmSync(folder, { recursive: true });
}
