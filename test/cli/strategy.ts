// Files and arguments → what the command line prints, as a user's terminal or CI would see it.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { onTestFinished } from "vitest";

const main = path.resolve("client/cli/main.ts");

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly talk: string;
}

export interface Folder {
  readonly path: string;
  /** Runs `strategy` here. */
  strategy(...args: readonly string[]): Run;
  /** Runs a script of Bash here, in which `strategy` is a command. */
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
    strategy: (...args) => run(folder, process.execPath, main, ...args),
    shell: (script) => {
      const command = `node="$0" main="$1"; strategy() { "$node" "$main" "$@"; }`;
      return run(folder, "bash", "-c", `${command}\n${script}`, process.execPath, main);
    },
  };
}

function run(cwd: string, command: string, ...args: readonly string[]): Run {
  const env = { ...process.env, NO_COLOR: "1" };
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: "utf8" });
  return { code: status, out: stdout, talk: stderr };
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
