// A folder in which a strategy is to begin → its place there, and the files written, or a sentence that says why not.
import {
  existsSync,
  mkdirSync,
  realpathSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import process from "node:process";
import { iso } from "../../server/model/calendar.ts";
import { called } from "../../server/model/entity.ts";
import { universe } from "../../server/model/universe.ts";
import { localDate } from "../../server/project/disk/clock.ts";
import { diskFiles } from "../../server/project/disk/files.ts";
import { loadFolders } from "../../server/project/load.ts";
import { configName, isWithin, projectAt } from "../../server/project/project.ts";
import { configAbove } from "../../server/project/roots.ts";
import { UsageFault } from "./command.ts";
import { repositoryOf, slashed } from "./open.ts";
import { whyRefused } from "./trouble.ts";

/** Where a strategy begins. */
export interface NewPlace {
  /** The folder, which may not be there yet, as an absolute path. */
  readonly folder: string;
  /** What the user calls it. */
  readonly name: string;
  /** The date that counts as today in its project. */
  readonly today: string;
  /** It gets a configuration, by which it is a project of its own. */
  readonly isSeparate: boolean;
}

const planName = "plan.strategy";

/**
 * The place for a strategy in a folder. Nothing of what is there is overwritten, and no project gets
 * a second strategy: a fault of use says what to do instead.
 */
export async function newPlace(name: string, isSeparate: boolean): Promise<NewPlace> {
  const full = path.resolve(name);
  const there = nearest(full, name);
  const folder = slashed(path.join(realpathSync(there), path.relative(there, full)));
  for (const file of isSeparate ? [planName, configName] : [planName])
    if (existsSync(path.join(folder, file))) throw isThere(path.join(name, file), name);
  const root = isSeparate ? folder : await rootAround(folder, slashed(realpathSync(there)));
  const today = localDate();
  if (!existsSync(root)) return { folder, name, today, isSeparate };
  const workspace = await loadFolders(diskFiles, [root], { today });
  const found = projectAt(workspace, `${folder}/${planName}`)?.project;
  const model = found && universe(workspace).models.get(found.root);
  if (model === undefined) return { folder, name, today, isSeparate };
  const [file] = model.project.files.keys();
  if (file === undefined) return { folder, name, today: iso(model.today), isSeparate };
  const plan = model.strategy;
  const where = path.relative(process.cwd(), path.join(model.project.root, file)) || file;
  throw new UsageFault(
    plan === undefined
      ? `'${name}' belongs to a plan that has begun in '${where}'. ${isSeparate ? elsewhere : ways}`
      : `'${name}' belongs to a plan that has its strategy already, '${called(plan)}'. ${isSeparate ? elsewhere : ways}`,
  );
}

const elsewhere = "Name another folder.";
const ways =
  "Go on with that one, or add --separate to begin another, with a configuration of its own.";

/** The folder itself, or the nearest one above that is there. */
function nearest(full: string, name: string): string {
  const found = statSync(full, { throwIfNoEntry: false });
  if (found?.isDirectory()) return full;
  if (found !== undefined)
    throw new UsageFault(`'${name}' is a file. Name a folder: strategy init plan.`);
  return nearest(path.dirname(full), path.dirname(name));
}

function isThere(file: string, name: string): UsageFault {
  const folder = path.join(name, "plan");
  const other = /^[\w.\\/-]+$/.test(folder) ? folder : JSON.stringify(folder);
  return new UsageFault(
    `'${file}' is there already and is left as it is. Go on with that one, or begin another in a folder of its own: strategy init ${other} --separate.`,
  );
}

/**
 * The project to which a file in a folder will belong: below a configuration, else that of its
 * repository, else of the folder here where a strategy has begun in it.
 */
async function rootAround(folder: string, there: string): Promise<string> {
  const root = (await configAbove(diskFiles, there)) ?? repositoryOf(there);
  if (root !== undefined) return root;
  const here = slashed(realpathSync(process.cwd()));
  return isWithin(here, folder) && existsSync(path.join(here, planName)) ? here : folder;
}

/** Writes a strategy to its place, whole or not at all; gives the names of the files that are new. */
export function writeNew(place: NewPlace, text: string): readonly string[] {
  const { folder, name, isSeparate } = place;
  const files = [[planName, text] as const, ...(isSeparate ? [[configName, "{}\n"] as const] : [])];
  const done: (() => void)[] = [];
  let at = name;
  try {
    const made = mkdirSync(folder, { recursive: true });
    if (made !== undefined) done.push(() => removeFolders(folder, made));
    for (const [file, content] of files) {
      at = path.join(name, file);
      const full = path.join(folder, file);
      // What has come meanwhile is nobody's to overwrite, or to remove.
      writeFileSync(full, "", { flag: "wx" });
      done.push(() => rmSync(full, { force: true }));
      writeFileSync(full, content, { flush: true });
    }
  } catch (error) {
    for (const undo of done.toReversed()) undo();
    throw new UsageFault(`'${at}' cannot be written: ${whyRefused(error)}`);
  }
  return files.map(([file]) => path.join(name, file));
}

/** Removes folders that were made, from the innermost to the outermost of them. */
function removeFolders(inner: string, outer: string): void {
  for (let at = inner; ; at = path.dirname(at)) {
    rmdirSync(at);
    if (at === outer || at === path.dirname(at)) return;
  }
}
