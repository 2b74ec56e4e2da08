// `--project DIR` and paths → the loaded workspace and the models that a command speaks of.
import { existsSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { readDate } from "../../grammar/values.ts";
import { diskFiles } from "../../server/files.ts";
import { loadWorkspace } from "../../server/load.ts";
import { type Model, universe } from "../../server/model/universe.ts";
import { type Workspace, withProject } from "../../server/project.ts";
import { progress, UsageFault } from "./command.ts";

export interface Opened {
  /** The root of the project that `--project` names, or that holds it: files are told relative to it. */
  readonly base: string;
  readonly workspace: Workspace;
  /** The project at the base and those nested in it, in the order of their roots. */
  readonly models: readonly Model[];
}

/** Loads the project at a folder, those nested in it, and their surroundings in the same repository. */
export async function openProject(folder: string, today?: string): Promise<Opened> {
  if (today !== undefined && readDate(today)?.precision !== "day") {
    throw new UsageFault(`'${today}' is no date. Write it as in --today 2026-11-23.`);
  }
  const start = path.resolve(folder);
  if (!existsSync(start))
    throw new UsageFault(`There is no folder '${folder}'. Name one with --project.`);
  const real = slashed(realpathSync(start));
  const asked = statSync(start).isDirectory() ? real : path.posix.dirname(real);
  const base = projectAbove(asked) ?? asked;
  const around = surroundings(base);
  let count = 0;
  const workspace = await loadWorkspace(diskFiles, around === undefined ? [base] : [base, around], {
    today: today ?? localDate(),
    onFile: () => {
      count += 1;
      if (count % 50 === 0) progress(`Reading ${count} files …`);
    },
  });
  progress("");
  const dated = today === undefined ? workspace : withToday(workspace, today);
  const models = [...universe(dated).models.values()].filter(
    ({ project: { root } }) => root === base || root.startsWith(`${base}/`),
  );
  const inside = models.filter((model) => model.project.inWorkspace);
  return {
    base,
    workspace: dated,
    models: inside.sort((a, b) => (a.project.root < b.project.root ? -1 : 1)),
  };
}

/** The nearest folder, from this one up, that holds a configuration. */
function projectAbove(folder: string): string | undefined {
  if (existsSync(path.join(folder, "strategy.config.json"))) return folder;
  const above = path.posix.dirname(folder);
  return above === folder ? undefined : projectAbove(above);
}

/** The repository around a project: other projects in it may import this one. */
function surroundings(base: string): string | undefined {
  for (let at = path.posix.dirname(base); ; at = path.posix.dirname(at)) {
    if (existsSync(path.join(at, ".git"))) return at;
    if (at === path.posix.dirname(at)) break;
  }
  const here = slashed(realpathSync(process.cwd()));
  return base.startsWith(`${here}/`) ? here : undefined;
}

function withToday(workspace: Workspace, today: string): Workspace {
  let dated = workspace;
  for (const project of workspace.projects.values()) {
    dated = withProject(dated, { ...project, config: { ...project.config, today } });
  }
  return dated;
}

/** The date on the clock, where the user is. */
export function localDate(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** A path with `/`, as the core wants it. */
export function slashed(file: string): string {
  return path.sep === "\\" ? file.replaceAll("\\", "/") : file;
}
