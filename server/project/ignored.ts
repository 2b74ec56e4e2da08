// `exclude` and `.gitignore` files → which paths of a project are left out.
import ignore, { type Ignore } from "ignore";

/** What nobody means, and what would cost each path out of proportion. */
export const limits = {
  /** So many patterns are read from one place. */
  patterns: 2_000,
  /** A longer pattern is not read: none is by itself, and of very long ones no expression can be made. */
  length: 1_000,
  /** So often a pattern may leave open how deep something lies: each time multiplies what it costs. */
  anyDepth: 3,
  /** What lies so many folders below its patterns is left out where its folder is, and not otherwise. */
  levels: 50,
};

/** Why a pattern is not read, in a sentence about it; undefined where it is. */
export function patternFault(pattern: string): string | undefined {
  if (pattern.length > limits.length) {
    const most = limits.length.toLocaleString("en-US");
    return `This pattern has more than ${most} characters. Shorten it.`;
  }
  const folders = pattern.replace(/^!/, "").split("/").slice(0, -1);
  if (folders.filter((one) => /^\*{2,}$/.test(one)).length > limits.anyDepth)
    return `This pattern has "**/" more than ${limits.anyDepth} times. Write it with fewer.`;
  return undefined;
}

/** The patterns of one folder, which hold for what lies below it. */
export interface Patterns {
  /** Absolute, without a slash at its end. */
  readonly folder: string;
  readonly lines: readonly string[];
}

/** Patterns with the test that they make. */
interface Level extends Patterns {
  readonly test: Ignore;
  readonly depth: number;
}

/**
 * A test for absolute paths below a root: true where some pattern leaves the path, or a folder on
 * the way to it, out. The later patterns decide, and as in git nothing below a folder that is left
 * out can be taken back. The root itself was asked for, so what would leave it out as a whole says
 * nothing.
 */
export function ignored(root: string, patterns: readonly Patterns[]): (path: string) => boolean {
  const levels: readonly Level[] = patterns.map((one) => ({
    ...one,
    test: ignore({ allowRelativePaths: true }).add([...one.lines]),
    depth: depthOf(one.folder),
  }));
  const folders = new Map<string, boolean>();
  const isOut = (path: string): boolean => {
    if (!path.startsWith(`${root}/`) || path === `${root}/`) return false;
    const known = path.endsWith("/") ? folders.get(path) : undefined;
    if (known !== undefined) return known;
    const above = path.slice(0, path.replace(/\/$/, "").lastIndexOf("/") + 1);
    const out = isOut(above) || verdict(levels, path, above);
    if (path.endsWith("/")) folders.set(path, out);
    return out;
  };
  return isOut;
}

/** What the patterns say of a path whose folder is not left out. */
function verdict(levels: readonly Level[], path: string, above: string): boolean {
  let out = false;
  const reach = depthOf(path) - limits.levels;
  for (const { folder, test, depth } of levels) {
    if (depth < reach || !path.startsWith(`${folder}/`)) continue;
    const found = test.test(path.slice(folder.length + 1));
    if (found.unignored) out = false;
    // A level that leaves out the folder above was overruled there, and says no more about it here.
    else if (found.ignored && !leavesOut(folder, test, above)) out = true;
  }
  return out;
}

function leavesOut(folder: string, test: Ignore, path: string): boolean {
  const inside = path.slice(folder.length + 1);
  return inside !== "" && test.ignores(inside);
}

function depthOf(path: string): number {
  let depth = 0;
  for (const sign of path) if (sign === "/") depth++;
  return depth;
}
