// Files, links and pipes on a real disk → what the door to files gives of them, and what a load makes of that.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { onTestFinished } from "vitest";
import { diagnose, diagnoseConfig } from "../../server/diagnosis/diagnose.ts";
import { universe } from "../../server/model/universe.ts";
import { diskFiles } from "../../server/project/disk/files.ts";
import { loadWorkspace } from "../../server/project/load.ts";
import { resolve } from "../../server/project/project.ts";
import { whyNot } from "../../server/project/trouble.ts";

/** There are no FIFOs, and links only for administrators. */
export const isWindows = process.platform === "win32";

/** Nothing is forbidden to this user. */
export const isAlmighty = process.getuid?.() === 0;

/** What lies at a path: a text, `link(…)` or `pipe`. */
export type Thing = string | { readonly to: string } | { readonly is: "pipe" };

/** A FIFO, which nobody writes to. */
export const pipe = { is: "pipe" } as const;

/** A link to a path from its own folder, or to an absolute one. */
export function link(to: string): Thing {
  return { to };
}

export interface Disk {
  readonly path: string;
  at(file: string): string;
}

/** A new folder, removed when the test is over. */
export function diskWith(things: Readonly<Record<string, Thing>>): Disk {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "strategy-disk-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const at = (file: string) => path.join(folder, file);
  for (const [file, thing] of Object.entries(things)) {
    mkdirSync(path.dirname(at(file)), { recursive: true });
    if (typeof thing === "string") writeFileSync(at(file), thing);
    else if ("is" in thing) makePipe(at(file));
    else symlinkSync(thing.to, at(file));
  }
  return { path: folder, at };
}

/** Makes a FIFO, which nobody writes to. */
export function makePipe(file: string): void {
  execFileSync("mkfifo", [file]);
}

/** Puts so many empty files into a folder, in one go. */
export function fill(folder: string, count: number, ending = ""): void {
  mkdirSync(folder, { recursive: true });
  const names = Array.from({ length: count }, (_, index) => `${index}${ending}`);
  execFileSync("xargs", ["touch"], { cwd: folder, input: names.join("\n") });
}

/** What a load of folders of a disk gives, with paths from the top of the disk. */
export interface Seen {
  /** By project. */
  readonly files: Readonly<Record<string, readonly string[]>>;
  /** What was left out, with why. */
  readonly troubles: readonly string[];
  /** The faults of the language and of the configuration: `plan.strategy: …`. */
  readonly faults: readonly string[];
}

/** Loads folders of a disk as an editor or the command line does. */
export async function seen(disk: Disk, ...folders: readonly string[]): Promise<Seen> {
  const short = (text: string) => text.replaceAll(`${disk.path}/`, "").replaceAll(disk.path, ".");
  const troubles: string[] = [];
  const workspace = await loadWorkspace(
    diskFiles,
    (folders.length === 0 ? [""] : folders).map((one) => disk.at(one).replace(/\/$/, "")),
    {
      today: "2026-11-23",
      onTrouble: (trouble) => troubles.push(short(`${trouble.path}: ${whyNot(trouble)}`)),
    },
  );
  const projects = [...workspace.projects.values()];
  const models = [...universe(workspace).models.values()].filter((one) => one.project.inWorkspace);
  const faults = models.flatMap((model) => [
    ...diagnoseConfig(model).map((one) => `${model.project.root}: ${one.message}`),
    ...diagnose(model)
      .filter((one) => one.isFault)
      .map((one) => `${resolve(one.root, one.path)}: ${one.code}: ${one.message}`),
  ]);
  return {
    files: Object.fromEntries(projects.map((one) => [short(one.root), [...one.files.keys()]])),
    troubles: troubles.sort(),
    faults: faults.map(short),
  };
}
