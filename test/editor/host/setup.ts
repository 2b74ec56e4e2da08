// Turns this folder's lockfile into an installed VS Code server, or finds that it is there already.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const folder = import.meta.dirname;
const modules = join(folder, "node_modules");
const stamp = join(modules, ".ready");
const lock = join(folder, "../.run/setup.lock");

/** The VS Code server build inside the npm package `code-server`. */
export const editor = join(modules, "code-server/lib/vscode");

/** Installs the host where it is missing or older than its lockfile; says what it does on stderr. */
export async function prepare(): Promise<void> {
  while (!fresh() || existsSync(lock)) {
    if (!take()) {
      await wait(500);
      continue;
    }
    try {
      if (!fresh()) setUp();
    } finally {
      rmSync(lock, { force: true });
    }
  }
}

function fresh(): boolean {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint();
}

/** One run at a time sets up: the lock holds the number of its process, and does not outlive it. */
function take(): boolean {
  mkdirSync(dirname(lock), { recursive: true });
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    if (!lives()) rmSync(lock, { force: true });
    return false;
  }
}

/** Whether the process that holds the lock is there; a lock that has just gone needs no help. */
function lives(): boolean {
  try {
    process.kill(Number(readFileSync(lock, "utf8")) || process.pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ENOENT";
  }
}

function setUp(): void {
  console.error("Setting up VS Code for the editor tests (about half a minute, once) …");
  for (let attempt = 1; !install(); attempt++) {
    if (attempt === 3) throw new Error("npm could not install the VS Code host in three attempts.");
    console.error("npm did not get through; trying again …");
  }
  standIn("@vscode/spdlog/index.js", "spdlog.cjs");
  standIn("@vscode/native-watchdog/index.js", "native-watchdog.cjs");
  // The workbench is served its libraries from the server's own folder: this lockfile pins them here instead.
  rmSync(join(editor, "node_modules"), { recursive: true, force: true });
  symlinkSync(modules, join(editor, "node_modules"), "dir");
  // A large part that no test needs.
  rmSync(join(editor, "extensions/copilot"), { recursive: true, force: true });
  writeFileSync(stamp, fingerprint());
}

function install(): boolean {
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const run = spawnSync("npm", args, {
    cwd: folder,
    env: ownEnvironment(),
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
    timeout: 600_000,
  });
  return run.status === 0;
}

/** Under `npm test` npm hands its settings of the root package down; this folder has its own. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const ours = (name: string) => !/^npm_(package|lifecycle|config_(local_)?prefix)/i.test(name);
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => ours(name)));
}

/** Two native modules come without a binary; plain JavaScript does what the tests need of them. */
function standIn(module: string, shim: string): void {
  cpSync(join(folder, "shims", shim), join(modules, module));
}

function fingerprint(): string {
  const hash = createHash("sha256");
  for (const file of [
    "package-lock.json",
    "setup.ts",
    "shims/spdlog.cjs",
    "shims/native-watchdog.cjs",
  ]) {
    hash.update(readFileSync(join(folder, file)));
  }
  return hash.digest("hex");
}
