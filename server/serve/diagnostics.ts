// Changes of the snapshot → diagnostics for the client: it pulls them, or they are pushed to it.
import {
  type Connection,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  type Diagnostic as LspDiagnostic,
  ResponseError,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import { traceOf, unjudgedDocument } from "../diagnosis/unjudged.ts";
import { addressedAs, uriIn } from "./convert.ts";
import { afterBurst, createPace } from "./pace.ts";
import { createPush } from "./push.ts";
import { createMemory, documentReport, type Tell, workspaceReport } from "./report.ts";
import type { Server } from "./row.ts";
import { fileAt } from "./snapshot.ts";
import type { Store } from "./store.ts";
import { pathOf } from "./uris.ts";

type See = Server["see"];

/** Answers a client that asks for diagnostics by itself, for one document or for all. */
export function answerPulls({ connection, store, see, ready }: Server): void {
  const memory = createMemory();
  const pace = createPace();
  // Where checking takes long, what the user waits for at the cursor goes first.
  const calm = async (isCancelled: () => boolean) => {
    await ready();
    const wait = pace.wait();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    if (isCancelled()) throw new ResponseError(LSPErrorCodes.RequestCancelled, "Cancelled.");
  };
  const tell = createTell(connection);
  const timed = <Result>(work: () => Result): Result => {
    try {
      return pace.timed(work);
    } catch (error) {
      tell(error);
      // An empty answer would look as if all were well.
      throw new ResponseError(LSPErrorCodes.RequestFailed, unjudgedDocument);
    }
  };
  connection.languages.diagnostics.on(
    async ({ textDocument: { uri }, previousResultId }, token) => {
      await calm(() => token.isCancellationRequested);
      const path = pathOf(uri);
      // A document that was opened a moment ago may have to be read with its project first.
      if (!isKnown(store, path)) await store.settled();
      const sight = see();
      const snapshot = addressedAs(sight.snapshot, path, uri);
      const items = timed<LspDiagnostic[]>(() => [
        ...documentReport({ ...sight, snapshot }, path, tell),
      ]);
      const resultId = memory.idOf(uri, items);
      return resultId === previousResultId
        ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
        : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
    },
  );
  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token) => {
    await calm(() => token.isCancellationRequested);
    const sight = see();
    const known = new Map(previousResultIds.map((one) => [one.uri, one.value]));
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    const report = timed(() => workspaceReport(sight, tell));
    for (const [path, found] of report) {
      const uri = uriIn(sight.snapshot, path);
      const version = sight.snapshot.open.get(path)?.version ?? null;
      const resultId = memory.idOf(uri, found);
      const kind = DocumentDiagnosticReportKind;
      if (known.get(uri) === resultId) items.push({ kind: kind.Unchanged, uri, version, resultId });
      else items.push({ kind: kind.Full, uri, version, resultId, items: [...found] });
      known.delete(uri);
    }
    // What is gone has nothing wrong any more.
    for (const uri of known.keys())
      items.push({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] });
    return { items };
  });
}

/** Whether there is something to say of a document; where that breaks, what broke is. */
function isKnown(store: Store, path: string): boolean {
  try {
    return fileAt(store.now(), path) !== undefined;
  } catch {
    return true;
  }
}

/** Writes what broke into the log of the editor, the same only once. */
function createTell(connection: Connection): Tell {
  const told = new Set<string>();
  return (error) => {
    const trace = traceOf(error);
    if (told.has(trace)) return;
    told.add(trace);
    try {
      connection.console.error(trace);
    } catch {
      // A client that has gone meanwhile hears nothing.
    }
  };
}

/** Tells a client that cannot ask, once for a burst of changes. */
export function pushDiagnostics(connection: Connection, see: See): () => void {
  const tell = createTell(connection);
  const push = createPush((uri, version, diagnostics) => {
    void connection.sendDiagnostics({
      uri,
      diagnostics,
      ...(version === undefined ? {} : { version }),
    });
  }, tell);
  return afterBurst(() => {
    try {
      push(see());
    } catch (error) {
      tell(error);
    }
  });
}
