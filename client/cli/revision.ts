// A project on the disk → the revision of its repository, for the foot of a page: "3f2a91c, with changes".
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { type Project, resolve } from "../../server/project/project.ts";

const run = promisify(execFile);

/**
 * Undefined outside of a repository, before its first revision, and where there is no Git. Whether
 * files differ is found by their hashes: Git itself would run what a repository names as filters.
 */
export async function revisionOf({ root, files, data }: Project): Promise<string | undefined> {
  try {
    const revision = (await git(root, "rev-parse", "--short", "HEAD")).trim();
    const tree = await git(root, "ls-tree", "-r", "-z", "HEAD", "--", ".");
    const hashes = new Map(
      tree.split("\0").map((line): [string, string] => {
        const [about = "", name = ""] = line.split("\t");
        return [name, about.split(" ")[2] ?? ""];
      }),
    );
    const own = [...files.keys()].map((file) => resolve(root, file));
    const config = path.join(root, "strategy.config.json");
    const all = [...own, ...data.keys(), ...(existsSync(config) ? [config] : [])];
    const isAsCommitted = (file: string) =>
      hashesOf(file).includes(hashes.get(path.posix.relative(root, file)) ?? "");
    // What lies outside of the project, such as data beside it, is not looked at.
    const inside = all.filter((file) => file.startsWith(`${root}/`));
    const isGone = (name: string) =>
      name.endsWith(".strategy") && !existsSync(path.join(root, name));
    const isSame = inside.every(isAsCommitted) && ![...hashes.keys()].some(isGone);
    return isSame ? revision : `${revision}, with changes`;
  } catch {
    return undefined;
  }
}

async function git(folder: string, ...words: readonly string[]): Promise<string> {
  const { stdout } = await run("git", [...words], {
    ...{ cwd: folder, timeout: 5_000, maxBuffer: 50_000_000, windowsHide: true },
    env: { ...process.env, GIT_OPTIONAL_LOCKS: "0" },
  });
  return stdout;
}

/** The hashes under which Git may have a file: as it is, and with the line ends that it keeps. */
function hashesOf(file: string): readonly string[] {
  const bytes = readFileSync(file);
  const kept = Buffer.from(bytes.toString("latin1").replaceAll("\r\n", "\n"), "latin1");
  return [bytes, kept].flatMap((one) =>
    ["sha1", "sha256"].map((kind) =>
      createHash(kind).update(`blob ${one.length}\0`).update(one).digest("hex"),
    ),
  );
}
