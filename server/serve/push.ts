// Snapshots, one after the other → the diagnostics that have changed, sent to a client that does not ask.
import type { Diagnostic as LspDiagnostic } from "vscode-languageserver";
import { Engine, engineOf } from "../cells/engine.ts";
import { Watch } from "../cells/watch.ts";
import { type Universe, universe } from "../model/universe.ts";
import { isSame } from "../views/difference.ts";
import { type Sight, uriIn } from "./convert.ts";
import { documentReport, documentsOf, failure, type Tell } from "./report.ts";

type Send = (uri: string, version: number | undefined, found: LspDiagnostic[]) => void;

/** What a client has in sight, of whatever workspace. */
type Seen = Omit<Sight, "workspace">;

/** What the documents of a workspace are told, followed document by document. */
interface Following {
  readonly all: Universe;
  readonly watch: Watch<string, readonly LspDiagnostic[]>;
  documents: readonly string[];
}

/** Sends what has changed since the last time. */
export function createPush(send: Send, tell: Tell): (seen: Seen) => void {
  /** What was told last, by the paths of the documents. */
  const told = new Map<
    string,
    { readonly uri: string; readonly found: readonly LspDiagnostic[] }
  >();
  let last: Seen | undefined;
  let following: Following | undefined;

  const show = (seen: Seen, path: string, found: readonly LspDiagnostic[]) => {
    const { snapshot, client } = seen;
    const uri = uriIn(snapshot, path);
    const before = told.get(path);
    told.set(path, { uri, found });
    if (before !== undefined && before.uri !== uri && before.found.length > 0)
      send(before.uri, undefined, []);
    const known = before?.uri === uri ? before.found : [];
    const version = client.diagnostics.versions ? snapshot.open.get(path)?.version : undefined;
    if (!isSame(known, found)) send(uri, version, [...found]);
  };

  const follow = (all: Universe): Following => {
    if (following?.all === all) return following;
    following?.watch.keep([]);
    const find = (path: string) => (last === undefined ? [] : documentReport(last, path, tell));
    following = { all, watch: new Watch(engineOf(all) ?? new Engine(), find), documents: [] };
    return following;
  };

  const update = (seen: Seen, before: Seen | undefined) => {
    const { alone, open, workspace } = seen.snapshot;
    const now = follow(universe(workspace));
    const documents = documentsOf(now.all);
    const isListed = documents !== now.documents;
    if (isListed) now.watch.keep(documents);
    now.documents = documents;
    for (const [path, found] of now.watch.changes()) if (!alone.has(path)) show(seen, path, found);
    // What stands alone is followed elsewhere; what is opened or closed may have another address.
    const others = new Set([
      ...alone.keys(),
      ...open.keys(),
      ...(before?.snapshot.open.keys() ?? []),
    ]);
    for (const path of others)
      if (alone.has(path) || told.has(path)) show(seen, path, documentReport(seen, path, tell));
    if (!isListed && alone === before?.snapshot.alone) return;
    const listed = new Set(documents);
    for (const [path, { uri, found }] of told) {
      if (listed.has(path) || alone.has(path)) continue;
      told.delete(path);
      if (found.length > 0) send(uri, undefined, []);
    }
  };

  return (seen) => {
    const before = last;
    last = seen;
    try {
      update(seen, before);
    } catch (error) {
      // Where not even the documents of the workspace can be told, those that are open are told so.
      tell(error);
      for (const path of seen.snapshot.open.keys()) show(seen, path, [failure(seen)]);
    }
  };
}
