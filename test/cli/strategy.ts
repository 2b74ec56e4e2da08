// Files and arguments → what the command line prints, as a user's terminal or CI would see it.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { onTestFinished } from "vitest";
import { run as runHere } from "../../client/cli/program.ts";
import { cli } from "../programs.ts";

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly talk: string;
}

export interface Folder {
  readonly path: string;
  /** Runs `strategy` here, in this process. */
  strategy(...args: readonly string[]): Promise<Run>;
  /** The same in a folder below. */
  strategyIn(below: string, ...args: readonly string[]): Promise<Run>;
  /** Runs a script of Bash here, in which `strategy` is a command: a process of its own, with its streams. */
  shell(script: string): Run;
  read(file: string): string;
  write(file: string, text: string): void;
}

/** A new folder with these files, removed when the test is over. */
export function folderWith(files: Readonly<Record<string, string>>): Folder {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "strategy-cli-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  for (const [file, text] of Object.entries(files)) write(file, text);
  return {
    path: folder,
    write,
    read: (file) => readFileSync(path.join(folder, file), "utf8"),
    strategy: (...args) => inFolder(folder, args),
    strategyIn: (below, ...args) => inFolder(path.join(folder, below), args),
    shell: (script) => {
      const command = `node="$0" main="$1"; strategy() { "$node" "$main" "$@"; }`;
      const args = ["-c", `${command}\n${script}`, process.execPath, cli];
      const env = { ...process.env, NO_COLOR: "1" };
      const done = spawnSync("bash", args, { cwd: folder, env, encoding: "utf8" });
      return { code: done.status, out: done.stdout, talk: done.stderr };
    },
  };
}

/** What the command says and how it would end, without a process of its own. */
async function inFolder(folder: string, args: readonly string[]): Promise<Run> {
  const before = { folder: process.cwd(), colour: process.env.NO_COLOR };
  const { out, talk } = { out: caught(process.stdout), talk: caught(process.stderr) };
  process.env.NO_COLOR = "1";
  process.chdir(folder);
  try {
    await runHere(args);
    return { code: Number(process.exitCode ?? 0), out: out.text(), talk: talk.text() };
  } finally {
    process.exitCode = undefined;
    process.chdir(before.folder);
    if (before.colour === undefined) delete process.env.NO_COLOR;
    else process.env.NO_COLOR = before.colour;
    for (const stream of [out, talk]) stream.free();
  }
}

/** Keeps what is written to a stream, as a pipe would. */
function caught(stream: NodeJS.WriteStream): { text(): string; free(): void } {
  const { write, isTTY } = stream;
  const parts: Buffer[] = [];
  stream.isTTY = false;
  stream.write = (part: string | Uint8Array, ...more: unknown[]) => {
    parts.push(Buffer.from(part));
    const done = more.find((one) => typeof one === "function");
    if (done !== undefined) queueMicrotask(() => done());
    return true;
  };
  return {
    text: () => Buffer.concat(parts).toString("utf8"),
    free: () => Object.assign(stream, { write, isTTY }),
  };
}

/** A strategy with one warning, `missing-risk` on `crm`, as of 23 November 2026. */
export const oneWarning = `strategy plan "Plan" {
  horizon: 2026 .. 2027
  currency: EUR
  cadence: yearly
}

objective trust "Trust" {
  level: it

  initiative crm "CRM" {
    owner: cio
    timeline: 2026-Q1 .. 2026-Q4
    budget: 0
  }

  owner: cio

  kpi nps "NPS" {
    unit: points
    baseline: 10 on 2026-10-31
    target: 20 by 2027-12
  }
}

review autumn "Autumn" {
  date: 2026-10-05
  decisions: "Go on"
}

role cio "CIO"
`;
