// A workspace → all that was read for it, as texts, and the workspace that these texts make when they are read again.
import { readText } from "../../../grammar/size.ts";
import { type ConfigFault, readConfig } from "../../../server/project/config.ts";
import type { Project, Workspace } from "../../../server/project/project.ts";

/** A workspace without a tree or anything that is derived: it can be sent to another thread. */
export interface WorkspaceTexts extends Omit<Workspace, "projects"> {
  readonly projects: readonly ProjectTexts[];
}

interface ProjectTexts extends Omit<Project, "files" | "config"> {
  readonly files: ReadonlyMap<string, string>;
  readonly config: string;
  /** Why a configuration without a text could not be read. */
  readonly faults: readonly ConfigFault[];
}

export function textsOf(workspace: Workspace): WorkspaceTexts {
  const projects = [...workspace.projects.values()].map(({ files, config, ...project }) => ({
    ...project,
    files: new Map([...files].map(([path, { tree }]) => [path, tree.text])),
    config: config.text,
    faults: config.text === "" ? config.faults : [],
  }));
  return { ...workspace, projects };
}

/** Parses and reads all of it: no object is that of another workspace. */
export function read({ projects, ...around }: WorkspaceTexts): Workspace {
  return {
    ...around,
    projects: new Map(
      projects.map(({ files, config, faults, ...project }): [string, Project] => [
        project.root,
        {
          ...project,
          data: new Map(project.data),
          files: new Map([...files].map(([path, text]) => [path, { path, tree: readText(text) }])),
          config: config === "" ? { ...readConfig(""), faults } : readConfig(config),
        },
      ]),
    ),
  };
}
