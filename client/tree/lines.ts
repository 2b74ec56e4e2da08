// Branches, and later ones in their place → lines that stay the same objects as long as they are there, and which of them say something else.
import type { Position } from "../../server/views/shape.ts";
import type { TreeBranch } from "./branch.ts";

/** A line as the editor and its commands hold it: what it says now is asked of it. */
export interface TreeLine {
  /** By which it is told from all others. */
  readonly key: string;
  readonly branch: TreeBranch;
  /** Where its name is written, as of the text now; a line that is written nowhere has neither. */
  readonly uri: string | undefined;
  readonly position: Position | undefined;
}

/** The lines that somebody has asked for. */
export interface Lines {
  readonly top: () => readonly TreeLine[];
  readonly under: (line: TreeLine) => readonly TreeLine[];
  readonly over: (line: TreeLine) => TreeLine | undefined;
  /**
   * Takes what stands at the top now; under another name it is another tree. Gives the lines that are to
   * be shown anew, each with what lies under it, or "all".
   */
  readonly take: (top: readonly TreeBranch[], name: string) => readonly TreeLine[] | "all";
}

interface Entry {
  readonly line: TreeLine;
  branch: TreeBranch;
  over: Entry | undefined;
  /** Those that were asked for, by their keys. */
  under?: ReadonlyMap<string, Entry>;
}

export function createLines(): Lines {
  let top: ReadonlyMap<string, Entry> = new Map();
  let name = "";
  const entries = new WeakMap<TreeLine, Entry>();

  const entryFor = (
    key: string,
    branch: TreeBranch,
    over: Entry | undefined,
    before: Entry | undefined,
  ) => {
    if (before !== undefined) {
      before.branch = branch;
      before.over = over;
      return before;
    }
    const entry: Entry = { line: lineOf(key, () => entry.branch), branch, over };
    entries.set(entry.line, entry);
    return entry;
  };

  const entriesFor = (
    branches: readonly TreeBranch[],
    over: Entry | undefined,
    before: ReadonlyMap<string, Entry> | undefined,
  ) => {
    const found = new Map<string, Entry>();
    for (const branch of branches) {
      const key = keyIn(found, `${over?.line.key ?? name}/${branch.id}`);
      found.set(key, entryFor(key, branch, over, before?.get(key)));
    }
    return found;
  };

  /** Brings what was asked for up to date; tells of lines that say something else, unless one over them is told of. */
  const retell = (entry: Entry, before: TreeBranch, tell: (line: TreeLine) => void): void => {
    let told = tell;
    const say = () => {
      if (told === tell) tell(entry.line);
      told = () => {};
    };
    if (!isSameBranch(before, entry.branch)) say();
    const { under } = entry;
    if (under === undefined) return;
    const branches = new Map([...under].map(([key, one]) => [key, one.branch]));
    entry.under = entriesFor(entry.branch.children(), entry, under);
    if (!isSameOrder(under, entry.under)) say();
    for (const [key, one] of entry.under) {
      const was = branches.get(key);
      if (was !== undefined) retell(one, was, told);
    }
  };

  const asked = (entry: Entry) => {
    entry.under = entriesFor(entry.branch.children(), entry, entry.under);
    return [...entry.under.values()].map(({ line }) => line);
  };

  return {
    top: () => [...top.values()].map(({ line }) => line),
    under: (line) => {
      const entry = entries.get(line);
      return entry === undefined ? [] : asked(entry);
    },
    over: (line) => entries.get(line)?.over?.line,
    take: (branches, now) => {
      name = now;
      const before = top;
      const said = new Map([...before].map(([key, one]) => [key, one.branch]));
      top = entriesFor(branches, undefined, before);
      const others: TreeLine[] = [];
      for (const [key, entry] of top) {
        const was = said.get(key);
        if (was !== undefined) retell(entry, was, (line) => others.push(line));
      }
      return isSameOrder(before, top) ? others : "all";
    },
  };
}

function lineOf(key: string, now: () => TreeBranch): TreeLine {
  return {
    key,
    get branch() {
      return now();
    },
    get uri() {
      return now().source?.uri;
    },
    get position() {
      return now().source?.name.start;
    },
  };
}

/** Where a plan is faulty two of the same name may stand side by side: each has a key of its own. */
function keyIn(taken: ReadonlyMap<string, unknown>, key: string): string {
  if (!taken.has(key)) return key;
  let count = 2;
  while (taken.has(`${key}~${count}`)) count++;
  return `${key}~${count}`;
}

function isSameOrder(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean {
  const [one, other] = [[...a.keys()], [...b.keys()]];
  return one.length === other.length && one.every((key, at) => key === other[at]);
}

function isSameBranch(a: TreeBranch, b: TreeBranch): boolean {
  return (
    a.opens === b.opens &&
    a.words === b.words &&
    a.of.length === b.of.length &&
    a.of.every((one, at) => one === b.of[at])
  );
}
