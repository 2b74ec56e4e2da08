// Requests of the preview → the view of a project or what has changed of it, and a word to the client when it may look different.
import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
} from "vscode-languageserver";
import { universe } from "../model/universe.ts";
import { type Project, projectAt } from "../project/project.ts";
import {
  type ChangedParams,
  changedNotification,
  type ProjectsResult,
  projectsRequest,
  type ViewChangeResult,
  type ViewResult,
  viewChangeParams,
  viewChangeRequest,
  viewParams,
  viewRequest,
} from "../protocol.ts";
import { viewNamed } from "../views/index.ts";
import { sheetOf, type View, viewOf } from "../views/view.ts";
import { uriIn } from "./convert.ts";
import { afterBurst } from "./pace.ts";
import { sayTo } from "./saying.ts";
import { createAddresses, createSheets } from "./sheets.ts";
import { fileAt, type Snapshot } from "./snapshot.ts";
import type { Store } from "./store.ts";
import { folderPathOf } from "./uris.ts";

/** Answers requests for views; what it gives is to be called after each change. */
export function serveViews(
  connection: Connection,
  store: Store,
  ready: () => Promise<void>,
): () => void {
  let shown = false;
  let drawn: ReadonlyMap<string, Project> = new Map();
  let today = store.now().workspace.today;
  const remembered = createSheets();
  const addressesIn = createAddresses();
  /** The project that is asked about, as it is once it has been read. */
  const modelFor = async (uri: string, token?: CancellationToken) => {
    await ready();
    const path = folderPathOf(uri);
    if (modelOf(store.now(), path) === undefined) await store.settled();
    if (token?.isCancellationRequested)
      throw new ResponseError(LSPErrorCodes.RequestCancelled, "Cancelled.");
    const snapshot = seen();
    return { model: modelOf(snapshot, path), uriOf: addressesIn(snapshot) };
  };
  /**
   * From now on the client is told when that is out of date. Who looked before may hold what was there
   * then: what is told starts from the first look, and from there on from what was told last.
   */
  const seen = (): Snapshot => {
    const snapshot = store.now();
    if (!shown) {
      shown = true;
      drawn = projectsOf(snapshot);
      today = snapshot.workspace.today;
    }
    return snapshot;
  };
  connection.onRequest(projectsRequest, async (): Promise<ProjectsResult> => {
    await ready();
    await store.settled();
    return addressesOf(seen());
  });
  connection.onRequest(
    viewRequest,
    async (params: unknown, token?: CancellationToken): Promise<ViewResult> => {
      const { uri, view } = asked(viewRequest, viewParams.safeParse(params));
      const { model, uriOf } = await modelFor(uri, token);
      return model === undefined ? null : viewOf(view, model, { uriOf });
    },
  );
  connection.onRequest<ViewChangeResult, unknown>(
    viewChangeRequest,
    async (params: unknown, token?: CancellationToken): Promise<ViewChangeResult> => {
      const { uri, view, since } = asked(viewChangeRequest, viewChangeParams.safeParse(params));
      const { model, uriOf } = await modelFor(uri, token);
      return model === undefined ? null : remembered(model, since, sheetOf(view, model, { uriOf }));
    },
  );
  return afterBurst(() => {
    if (!shown) return;
    const before = drawn;
    const isNextDay = store.now().workspace.today !== today;
    drawn = projectsOf(store.now());
    today = store.now().workspace.today;
    const changed = [...drawn].filter(
      ([root, project]) => isNextDay || before.get(root) !== project,
    );
    const gone = [...before.keys()].filter((root) => !drawn.has(root));
    const uris = [...changed.map(([root]) => root), ...gone].map((root) =>
      uriIn(store.now(), root),
    );
    const params: ChangedParams = { uris };
    if (uris.length > 0)
      void sayTo(
        () => connection.sendNotification(changedNotification, params),
        (error) => connection.console.error(String(error)),
      );
  });
}

/** What is asked for, with the view that it names. */
function asked<Params extends { readonly view: string }>(
  request: string,
  { data }: { readonly data?: Params | undefined },
): Omit<Params, "view"> & { readonly view: View } {
  const view = data && viewNamed(data.view);
  if (data === undefined || view === undefined)
    throw new ResponseError(ErrorCodes.InvalidParams, `'${request}' names no view.`);
  return { ...data, view };
}

/** The project of a file, or the one whose root or folder is named. */
function modelOf(snapshot: Snapshot, path: string) {
  const held = fileAt(snapshot, path);
  if (held !== undefined) return held.model;
  const models = universe(snapshot.workspace).models;
  const root =
    models.get(path) ?? models.get(projectAt(snapshot.workspace, path)?.project.root ?? "");
  return root !== undefined && root.project.files.size > 0 ? root : undefined;
}

function addressesOf(snapshot: Snapshot): readonly string[] {
  const { workspace, alone } = snapshot;
  const own = [...workspace.projects.values()].filter(
    ({ inWorkspace, files }) => inWorkspace && files.size > 0,
  );
  const roots = own.map(({ root }) => root).toSorted((a, b) => (a < b ? -1 : 1));
  return [...roots, ...alone.keys()].map((path) => uriIn(snapshot, path));
}

function projectsOf({ workspace, alone }: Snapshot): ReadonlyMap<string, Project> {
  const own = [...alone].flatMap(([path, one]) =>
    [...one.projects.values()].map((project): [string, Project] => [
      `${path}\n${project.root}`,
      project,
    ]),
  );
  return new Map([...workspace.projects, ...own]);
}
