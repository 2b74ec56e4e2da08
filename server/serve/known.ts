// A door to files → one that remembers what lies behind it, until it hears that something has changed there.
import { isWithin } from "../project/project.ts";
import type { Files, Looking } from "../project/roots.ts";
import type { Trouble } from "../project/trouble.ts";

/** What is known of a disk: asking twice costs nothing, so all can be looked at again whenever one thing changes. */
export interface Known {
  readonly files: Files;
  /** Whether a file was listed, or its text was read. */
  has(path: string): boolean;
  /** The paths of all files that were listed or read. */
  paths(): Iterable<string>;
  /** Forgets the texts of a file, or of all files below a folder. */
  forget(path: string): void;
  /** Forgets which files there are. */
  forgetLists(): void;
  forgetAll(): void;
  /** A file is not as was remembered, so there was a change of which nobody told. */
  doubt(): void;
  /** Begins to watch for doubts; `true` at the end where what was remembered is to be forgotten. */
  watch(): () => boolean;
}

interface Text {
  readonly text: string;
  /** The folders out of which it was not to lead; undefined where it might lead anywhere. */
  readonly within: readonly string[] | undefined;
}

interface List {
  readonly paths: readonly string[];
  readonly links: readonly (readonly [path: string, target: string])[];
  readonly troubles: readonly Trouble[];
}

/**
 * A memory of a disk. That a file is *not* there is never remembered: it costs little to ask again,
 * and of one that appears nobody may tell.
 */
export function remember(disk: Files): Known {
  const texts = new Map<string, Text>();
  const lists = new Map<string, List>();
  let listed: Set<string> | undefined;
  let isDoubted = false;
  let usedOldList = false;

  const allListed = () => {
    listed ??= new Set([...lists.values()].flatMap(({ paths }) => paths));
    return listed;
  };
  const read = async (path: string, within?: readonly string[]) => {
    const known = texts.get(path);
    if (known !== undefined && isNarrower(known.within, within)) return known.text;
    const text = await disk.read(path, within);
    if (text !== undefined) texts.set(path, { text, within });
    else if (allListed().has(path)) isDoubted ||= (await disk.why?.(path, within)) === undefined;
    return text;
  };
  const list = async (folder: string, looking: Looking = {}) => {
    const key = [folder, looking.most ?? "", ...(looking.within ?? [])].join("\n");
    const known = lists.get(key);
    if (known !== undefined) usedOldList = true;
    const found = known ?? (await look(disk, folder, looking));
    if (known === undefined) {
      lists.set(key, found);
      listed = undefined;
    }
    for (const [path, target] of found.links) looking.onLink?.(path, target);
    for (const trouble of found.troubles) looking.onTrouble?.(trouble);
    return found.paths;
  };
  const forgetLists = () => {
    lists.clear();
    listed = undefined;
  };
  return {
    files: { ...disk, list, read },
    has: (path) => texts.has(path) || allListed().has(path),
    paths: () => new Set([...texts.keys(), ...allListed()]),
    forget: (path) => {
      if (texts.delete(path)) return;
      for (const one of texts.keys()) if (isWithin(path, one)) texts.delete(one);
    },
    forgetLists,
    forgetAll: () => {
      texts.clear();
      forgetLists();
    },
    doubt: () => {
      isDoubted = true;
    },
    watch: () => {
      isDoubted = false;
      usedOldList = false;
      return () => isDoubted && usedOldList;
    },
  };
}

/** What does not lead out of some folders does not lead out of more of them. */
function isNarrower(known: Text["within"], asked: Text["within"]): boolean {
  if (asked === undefined || known === asked) return true;
  return known?.every((one) => asked.includes(one)) ?? false;
}

async function look(disk: Files, folder: string, looking: Looking): Promise<List> {
  const links: [string, string][] = [];
  const troubles: Trouble[] = [];
  const paths = await disk.list(folder, {
    ...looking,
    onLink: (path, target) => links.push([path, target]),
    onTrouble: (trouble) => troubles.push(trouble),
  });
  return { paths, links, troubles };
}
