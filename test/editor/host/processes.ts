// Words of a command line → the processes of this machine that were started with them.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";

/** The numbers of the processes whose command line has all these words. */
export function processesOf(...words: readonly string[]): readonly number[] {
  return all()
    .filter(({ line }) => words.every((word) => line.includes(word)))
    .map(({ id }) => id);
}

interface Process {
  readonly id: number;
  readonly line: string;
}

function all(): readonly Process[] {
  if (existsSync("/proc/self/cmdline"))
    return readdirSync("/proc").flatMap((name) => {
      const id = Number(name);
      return Number.isInteger(id) ? [{ id, line: lineOf(id) }] : [];
    });
  const table = execFileSync("ps", ["-A", "-o", "pid=,args="], { encoding: "utf8" });
  return table.split("\n").flatMap((row) => {
    const [, id, line = ""] = /^\s*(\d+)\s+(.*)$/.exec(row) ?? [];
    return id === undefined ? [] : [{ id: Number(id), line }];
  });
}

/** Nothing for a process that has ended while the list was read, or that waits to be taken away. */
function lineOf(id: number): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}
