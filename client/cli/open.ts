// `--project DIR` and paths → the loaded workspace and the models that a command speaks of.
import { existsSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { readDate } from "../../grammar/values.ts";
import { type Model, universe } from "../../server/model/universe.ts";
import { localDate } from "../../server/project/disk/clock.ts";
import { diskFiles } from "../../server/project/disk/files.ts";
import { loadWorkspace } from "../../server/project/load.ts";
import { type Inventory, loadAround } from "../../server/project/narrow.ts";
import { isWithin, type Workspace, withProject } from "../../server/project/project.ts";
import { configAbove, type LoadOptions } from "../../server/project/roots.ts";
import { whyNot } from "../../server/project/trouble.ts";
import { joined } from "../../server/words/wording.ts";
import { relative } from "../exports/relative.ts";
import { progress, say, UsageFault } from "./command.ts";

export interface Opened {
  /** The root of the project that `--project` names, or that holds it: files are told relative to it. */
  readonly base: string;
  readonly workspace: Workspace;
  /** The project at the base and those nested in it, in the order of their roots. */
  readonly models: readonly Model[];
  /** A folder of it cannot be read, so what is said of the rest is not all there is to say. */
  readonly isPartial: boolean;
}

/** What a command was told about where to look. */
export interface Where {
  /** `--project DIR`; without it the project is here, or where the paths lie. */
  readonly project?: string;
  readonly paths?: readonly string[];
  readonly today?: string;
  /**
   * Nothing but what is said of these paths is asked for: projects on which that does not depend may
   * be opened without their files.
   */
  readonly isNarrow?: boolean;
}

/** Loads a project, those nested in it, and their surroundings in the same repository. */
export async function openProject(where: Where): Promise<Opened> {
  const { project, paths = [], today, isNarrow = false } = where;
  if (today !== undefined && readDate(today)?.precision !== "day") {
    throw new UsageFault(`'${today}' is no date. Write it as in --today 2026-11-23.`);
  }
  const gone = paths.find((one) => !existsSync(one));
  if (gone !== undefined) throw new UsageFault(`There is no file or folder '${gone}'.`);
  const base = project === undefined ? await baseOf(paths) : await folderNamed(project);
  const around = surroundings(base);
  let count = 0;
  let isPartial = false;
  // The wider folder comes first, so that the project is read once, as a folder of its own in it.
  const options: LoadOptions = {
    today: today ?? localDate(),
    onFile: () => {
      count += 1;
      if (count % 50 === 0) progress(`Reading ${count} files …`);
    },
    onTrouble: (trouble) => {
      if (!isWithin(base, trouble.path)) return;
      if (trouble.is === "unreadable" || trouble.is === "crowded") isPartial = true;
      const name = trouble.path === base ? (project ?? ".") : relative(base, trouble.path);
      say(`'${name}' is left out. ${whyNot(trouble)}`);
    },
  };
  const folders = around === undefined ? [base] : [around, base];
  const asked = (all: Inventory) => askedOf(all, base, paths);
  const workspace = isNarrow
    ? await loadAround(diskFiles, folders, asked, options)
    : await loadWorkspace(diskFiles, folders, options);
  progress("");
  const dated = today === undefined ? workspace : withToday(workspace, today);
  const models = [...universe(dated).models.values()].filter(
    ({ project: { root } }) => root === base || root.startsWith(`${base}/`),
  );
  const inside = models.filter((model) => model.project.inWorkspace);
  return {
    base,
    workspace: dated,
    isPartial,
    models: inside.sort((a, b) => (a.project.root < b.project.root ? -1 : 1)),
  };
}

/**
 * The projects of which something is told: those at the base and in it, with paths those that hold
 * one of them. The base tells of its money whatever is asked for.
 */
function askedOf(all: Inventory, base: string, paths: readonly string[]): readonly string[] {
  const inside = [...all].filter(([root]) => isWithin(base, root));
  const holding = paths.map((one) => {
    const places = placesOf(one);
    const isAsked = (file: string) => places.some((place) => isWithin(place, file));
    return inside.filter(([, files]) => files.some(isAsked));
  });
  // What nobody holds is a mistake, of which all that is there decides what is said.
  const isAll = paths.length === 0 || holding.some((held) => held.length === 0);
  const asked = isAll ? inside : holding.flat();
  return [base, ...asked.map(([root]) => root)];
}

/** The project that a folder is or lies in. */
async function folderNamed(folder: string): Promise<string> {
  const start = path.resolve(folder);
  if (!existsSync(start))
    throw new UsageFault(`There is no folder '${folder}'. Name one with --project.`);
  if (!statSync(start).isDirectory()) {
    const says = `'${folder}' is a file. Name its folder: --project ${JSON.stringify(path.dirname(folder))}.`;
    throw new UsageFault(says);
  }
  const real = slashed(realpathSync(start));
  return (await configAbove(diskFiles, real)) ?? real;
}

/** The project here; the one of the first path where that lies elsewhere. */
async function baseOf([first]: readonly string[]): Promise<string> {
  const here = await folderNamed(".");
  if (first === undefined) return here;
  const real = slashed(realpathSync(path.resolve(first)));
  const reach = surroundings(here) ?? here;
  if (isWithin(reach, real) && placesOf(first).some((one) => isWithin(here, one))) return here;
  const folder = statSync(real).isDirectory() ? real : path.posix.dirname(real);
  return (await configAbove(diskFiles, folder)) ?? folder;
}

/**
 * Where a path on the command line may lie in a project: as it is written, and with the links to
 * its folder, or all of them, followed. A link counts in the project in which it lies.
 */
export function placesOf(file: string): readonly string[] {
  const full = path.resolve(file);
  const beside = path.join(realpathSync(path.dirname(full)), path.basename(full));
  return [full, beside, realpathSync(full)].map(slashed);
}

/** Why there is nothing to speak of in what was opened, and what to do. */
export async function nothingIn(
  { base, models, isPartial }: Opened,
  where: Where,
): Promise<UsageFault> {
  const nested = models.filter(({ project }) => project.files.size > 0 && project.root !== base);
  const names = nested.map(({ project }) => `'${relative(base, project.root)}'`);
  const folder = where.project ?? where.paths?.[0] ?? ".";
  if (names.length > 0) {
    const says = `There is no .strategy file in '${folder}' itself, but in ${joined(names, "and")}.`;
    return new UsageFault(`${says} Name one of these with --project.`);
  }
  if (isPartial)
    return new UsageFault(`There is no .strategy file in '${folder}' that can be read.`);
  return new UsageFault(
    (await hasFiles(base))
      ? `All .strategy files in '${folder}' are left out by "exclude" in strategy.config.json or by a .gitignore.`
      : `There is no .strategy file in '${folder}'. Name a folder that has one with --project, or begin one with 'strategy init'.`,
  );
}

async function hasFiles(base: string): Promise<boolean> {
  const files = await diskFiles.list(base);
  return files.some((file) => file.endsWith(".strategy"));
}

/** Whether there is no plan in what was opened, and nothing that stands in the way of one. */
export async function isVacant({ base, models, isPartial }: Opened): Promise<boolean> {
  const isFilled = models.some(({ project }) => project.files.size > 0);
  return !isFilled && !isPartial && !(await hasFiles(base));
}

/** The repository around a project: other projects in it may import this one. */
function surroundings(base: string): string | undefined {
  if (existsSync(path.join(base, ".git"))) return undefined;
  const repository = repositoryOf(base);
  if (repository !== undefined) return repository;
  const here = slashed(realpathSync(process.cwd()));
  return base.startsWith(`${here}/`) ? here : undefined;
}

/** The top of the repository that holds a folder. */
export function repositoryOf(folder: string): string | undefined {
  if (existsSync(path.join(folder, ".git"))) return folder;
  const above = path.posix.dirname(folder);
  return above === folder ? undefined : repositoryOf(above);
}

function withToday(workspace: Workspace, today: string): Workspace {
  let dated = workspace;
  for (const project of workspace.projects.values()) {
    dated = withProject(dated, { ...project, config: { ...project.config, today } });
  }
  return dated;
}

/** A path with `/`, as the core wants it. */
export function slashed(file: string): string {
  return path.sep === "\\" ? file.replaceAll("\\", "/") : file;
}
