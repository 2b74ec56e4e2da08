// The sources of the peers → their programs in `dist/`, bundled the same way as ours, which is built as well.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { build } from "esbuild";

const here = import.meta.dirname;
const root = join(here, "../..");
const packages = join(here, "node_modules");

/** Builds what is measured; what only the peers need is installed where it is missing. */
export async function buildAll(withPackages: boolean): Promise<void> {
  run(process.execPath, ["build.mjs"], root);
  await bundle({
    echo: "programs/echo.ts",
    read: "programs/read.ts",
    probe: "programs/probe.ts",
  });
  if (!withPackages) return;
  if (!existsSync(packages)) run("npm", ["ci", "--prefix", here], root);
  run(
    process.execPath,
    [join(packages, "langium-cli/bin/langium.js"), "generate"],
    join(here, "langium"),
  );
  run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", "langium"], here);
  await bundle({
    "langium-server": "langium/server.ts",
    "langium-check": "langium/check.ts",
  });
}

async function bundle(entryPoints: Readonly<Record<string, string>>): Promise<void> {
  await build({
    absWorkingDir: here,
    entryPoints: { ...entryPoints },
    outdir: "dist",
    outExtension: { ".js": ".cjs" },
    bundle: true,
    minify: true,
    platform: "node",
    target: "node22",
    format: "cjs",
    mainFields: ["module", "main"],
    logLevel: "warning",
  });
}

function run(program: string, words: readonly string[], cwd: string): void {
  const shell = process.platform === "win32" && program === "npm";
  // What a program says that succeeds is nobody's business.
  const { status, stdout, stderr } = spawnSync(program, words, { cwd, shell, encoding: "utf8" });
  if (status !== 0)
    throw new Error(`${program} ${words.join(" ")} ended with ${status}.\n${stdout}${stderr}`);
}
