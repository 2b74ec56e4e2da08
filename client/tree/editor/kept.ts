// The projects of the workspace → of each the views that the tree is made of, kept up to date by what has changed of them.
import * as vscode from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import { type ProjectsResult, projectsRequest } from "../../../server/protocol.ts";
import type { ViewData } from "../../../server/views/shape.ts";
import { askView } from "../../preview/asked.ts";
import { createHold, type Hold } from "../../preview/held.ts";
import { faultSentence } from "../../preview/words.ts";
import type { Recovery } from "../../recovery.ts";
import type { TreeViews } from "../plan.ts";

/** A project as it was last understood. */
export interface KeptProject {
  /** Its address, by which it is told from the others. */
  readonly root: string;
  readonly views: TreeViews;
  /** What is wrong with its text since then, in a sentence. */
  readonly fault?: string | undefined;
}

const needed = ["roadmap", "alignment", "scorecard"] as const;

interface Holding {
  readonly holds: ReadonlyMap<string, Hold>;
  kept?: KeptProject;
}

/** Asks for what has changed; undefined where the checker does not answer. */
export function createKept(
  client: BaseLanguageClient,
  recovery: Recovery,
): () => Promise<readonly KeptProject[] | undefined> {
  let projects: ReadonlyMap<string, Holding> = new Map();

  const refresh = async () => {
    const roots = await client.sendRequest<ProjectsResult>(projectsRequest);
    projects = new Map(
      roots.map((root) => [root, projects.get(root) ?? { holds: newHolds() }] as const),
    );
    const all = await Promise.all(
      Array.from(projects, ([root, holding]) => refreshed(client, recovery, root, holding)),
    );
    return all.filter((one) => one !== undefined);
  };
  return async () => {
    if (client.state !== State.Running) return undefined;
    // What is lost on the way comes again: the checker has ended, and the tree is asked for when it is back.
    return refresh().catch(() => undefined);
  };
}

function newHolds(): ReadonlyMap<string, Hold> {
  return new Map(needed.map((view) => [view, createHold()]));
}

/** The project as it is now, or as it was before its text had a fault. */
async function refreshed(
  client: BaseLanguageClient,
  recovery: Recovery,
  root: string,
  holding: Holding,
): Promise<KeptProject | undefined> {
  const uri = vscode.Uri.parse(root);
  const [roadmap, alignment, scorecard] = await Promise.all(
    needed.map((view) => viewNow(client, recovery, uri, view, holding.holds.get(view))),
  );
  if (roadmap === undefined || alignment === undefined || scorecard === undefined)
    return holding.kept;
  // Each was asked for by its name.
  const views = { roadmap, alignment, scorecard } as unknown as TreeViews;
  const [first] = roadmap.faults;
  const fault = first && faultSentence(roadmap, first);
  const before = holding.kept;
  const isKept = fault !== undefined && before !== undefined && !isBare(before.views);
  holding.kept = { root, views: isKept ? before.views : views, fault };
  return holding.kept;
}

async function viewNow(
  client: BaseLanguageClient,
  recovery: Recovery,
  uri: vscode.Uri,
  view: string,
  hold: Hold | undefined,
): Promise<ViewData | undefined> {
  const ask = (since: string | undefined) => askView(client, recovery, uri, view, since);
  const message = await ask(hold?.version());
  if (message.type !== "sheet") return undefined;
  const known = hold?.take(message.of);
  if (known !== undefined) return known;
  // It is not known what has changed: all of it is asked for.
  const all = await ask(undefined);
  return all.type === "sheet" ? hold?.take(all.of) : undefined;
}

/** Nothing is lost where such a plan gives way to one that is half understood. */
function isBare({ roadmap }: TreeViews): boolean {
  return (
    roadmap.initiatives.length === 0 && roadmap.groupings.every((one) => one.groups.length === 0)
  );
}
