// A connection to an editor and a door to files → a running language server.
import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  type RequestType,
  ResponseError,
} from "vscode-languageserver";
import type { Files } from "./project/load.ts";
import { whyNot } from "./project/trouble.ts";
import { addressedAs } from "./serve/convert.ts";
import { pushDiagnostics } from "./serve/diagnostics.ts";
import { type Greeting, greet } from "./serve/greet.ts";
import { followDay } from "./serve/midnight.ts";
import { afterBurst } from "./serve/pace.ts";
import { features } from "./serve/requests.ts";
import type { Server } from "./serve/row.ts";
import { sayTo } from "./serve/saying.ts";
import { allShown, followSettings } from "./serve/settings.ts";
import { fileAt } from "./serve/snapshot.ts";
import { createStore } from "./serve/store.ts";
import { followDocuments } from "./serve/sync.ts";
import { folderPathOf, pathOf } from "./serve/uris.ts";
import { serveViews } from "./serve/views.ts";
import { heedDisk, watchFiles } from "./serve/watch.ts";
import * as work from "./serve/work.ts";

type ParamsOf<Type> = Type extends RequestType<infer Params, infer _, void> ? Params : never;

/** What a host gives the server besides the connection. */
interface Host {
  readonly files: Files;
  /** The date on the clock, where the user is: `2026-11-23`. */
  readonly today: () => string;
  /** Where the pages about rules and faults lie, with a slash at its end, for an editor that has none. */
  readonly pages?: string;
}

/**
 * Serves an editor until it says goodbye. Whatever goes wrong in an answer is told, and the server lives on.
 * An editor that is greeted already must not have been heard since.
 */
export function serve(
  connection: Connection,
  host: Host,
  greeting: () => Greeting = greet(connection),
): void {
  /** The folders of now, where they are not those of the greeting any more. */
  let moved: readonly string[] | undefined;
  const folders = () => moved ?? greeting().folders;
  const can = () => greeting().params.capabilities;
  /** Before the client has said so, nothing may be asked of it. */
  let isGreeted = false;
  const listeners: ((wide: boolean) => void)[] = [];
  let loaded: Promise<void> | undefined;
  // A client that asks before it has said that it is ready gets its answer as well.
  const ready = () => {
    loaded ??= load().then(() => {
      // Whoever asked up to now gets its answer after the first load: it need not ask again.
      const heard = audience();
      for (const one of heard) listeners.push(one);
      for (const listener of heard) listener(false);
    });
    return loaded;
  };

  const tell = (error: unknown) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    connection.console.error(text);
  };
  const toldOf = new Set<string>();
  const changed = (wide: boolean) => {
    for (const listener of listeners) listener(wide);
  };
  const store = createStore({
    files: host.files,
    today: host.today,
    onChange: changed,
    onFault: tell,
    onTrouble: (trouble) => {
      const text = `${trouble.path} is left out. ${whyNot(trouble)}`;
      if (!toldOf.has(text)) connection.console.warn(text);
      toldOf.add(text);
    },
  });
  const see = () => {
    const { client } = greeting();
    return { snapshot: store.now(), client, pages: client.pages ?? host.pages };
  };

  const answered = async <Result>(
    work: () => Result,
    empty: Result,
    cancelled: () => boolean,
  ): Promise<Result> => {
    if (cancelled()) throw new ResponseError(LSPErrorCodes.RequestCancelled, "Cancelled.");
    try {
      return work();
    } catch (error) {
      // A sentence for the user, such as why a name cannot be changed.
      if (error instanceof ResponseError) throw error;
      tell(error);
      return empty;
    }
  };
  const wishes = followSettings(connection, can, () => refresh(true), tell);
  const server: Server = {
    connection,
    store,
    see,
    ready,
    onDocument: (type, empty, answer, guard) => {
      connection.onRequest(
        type.method,
        async (params: ParamsOf<typeof type>, token: CancellationToken): Promise<unknown> => {
          const uri = params?.textDocument?.uri;
          if (typeof uri !== "string") throw misasked(type.method, "no document");
          await ready();
          const path = pathOf(uri);
          if (guard.edits || fileAt(store.now(), path) === undefined) await store.settled();
          const settings = guard.settings ? await wishes.of(uri) : allShown;
          const work = () => {
            const sight = see();
            const held = fileAt(sight.snapshot, path);
            if (held === undefined) return empty;
            const snapshot = addressedAs(sight.snapshot, path, uri);
            const { workspace } = held.model.universe;
            return answer({ ...sight, ...held, snapshot, workspace, settings }, params);
          };
          return answered(work, empty, () => token?.isCancellationRequested);
        },
      );
    },
    onWorkspace: (type, empty, answer, guard) => {
      connection.onRequest(
        type.method,
        async (params: ParamsOf<typeof type>, token?: CancellationToken): Promise<unknown> => {
          // Without params the library puts the token in their place.
          if (token === undefined) throw misasked(type.method, "nothing");
          await ready();
          if (guard.edits) await store.settled();
          const sight = see();
          const { workspace } = sight.snapshot;
          const work = () => answer({ ...sight, workspace }, params);
          return answered(work, empty(params), () => token.isCancellationRequested);
        },
      );
    },
  };

  connection.onInitialized(() => {
    if (isGreeted) return;
    isGreeted = true;
    void ready();
    wishes.begin();
    listeners.push(watchFiles(connection, can(), store, folders, tell));
    if (greeting().client.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map((one) => folderPathOf(one.uri)));
        const fresh = added.map((one) => folderPathOf(one.uri));
        moved = [...new Set([...folders().filter((one) => !gone.has(one)), ...fresh])];
        void load();
      });
    }
  });

  for (const { answers } of features) for (const bind of answers(work)) bind(server);
  followDocuments(connection, store, () => greeting().client.encoding);
  listeners.push(serveViews(connection, store, ready));
  heedDisk(connection, store);
  const ended = followDay(host.today, () => changed(true));
  connection.onShutdown(ended);

  /** Reads all folders, with a sign of progress where the client can show one. */
  async function load(): Promise<void> {
    const shows = isGreeted && can().window?.workDoneProgress === true;
    const progress = shows ? connection.window.createWorkDoneProgress() : undefined;
    let count = 0;
    let done = false;
    void progress?.then((one) => {
      if (!done) one.begin("Strategy", undefined, "Reading the strategy …");
    }, tell);
    const report = afterBurst(() => {
      void progress?.then((one) => done || one.report(`${count} files`), tell);
    });
    await store.setFolders(folders(), () => {
      count++;
      if (count % 100 === 0) report();
    });
    done = true;
    void progress?.then((one) => one.done(), tell);
  }

  /** Has the client ask again for all that it shows, or for what its user has set. */
  function refresh(isSet: boolean): void {
    const { workspace = {} } = can();
    // A client that cannot do what it announced is told of in its log; nothing else comes of it.
    for (const { refresh: one } of features)
      if (one?.isKnown(workspace) && (one.onSettings || !isSet))
        void sayTo(() => connection.sendRequest(one.method), tell);
  }

  /** Who is told of a change: a client that cannot ask, and one that should ask again. */
  function audience(): readonly ((wide: boolean) => void)[] {
    const all = afterBurst(() => refresh(false));
    const again = (wide: boolean) => {
      if (wide) all();
    };
    return greeting().client.diagnostics.pull ? [again] : [again, pushDiagnostics(connection, see)];
  }
}

function misasked(method: string, names: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidParams, `'${method}' names ${names}.`);
}
