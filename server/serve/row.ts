// What a row of the table of features is: what is announced of it, and which requests it answers.
import type {
  ClientCapabilities,
  Connection,
  RequestType,
  ServerCapabilities,
} from "vscode-languageserver";
import type { Abilities } from "./abilities.ts";
import type { Sight } from "./convert.ts";
import type { AskedDocument } from "./question.ts";
import type { Store } from "./store.ts";

/** The features are told of before `Work`, which is all that answers, is loaded. */
export interface Feature<Work> {
  /** What the server says that it can do: the same to all, or what fits a client. */
  readonly announces: ServerCapabilities | ((client: Abilities) => ServerCapabilities);
  /** What answers its requests, made once for a server. */
  readonly answers: (work: Work) => readonly Answer[];
  /** The request that has a client ask again for all, where it says that it knows it. */
  readonly refresh?: {
    readonly method: string;
    readonly isKnown: (workspace: NonNullable<ClientCapabilities["workspace"]>) => unknown;
    /** Also when somebody has set what is to be shown. */
    readonly onSettings?: true;
  };
}

/** Binds the answer to a request to the connection. */
export type Answer = (server: Server) => void;

/** How an answer is guarded. */
export interface Guard {
  /** It edits files that may not be open: it is made on what lies on the disk by now. */
  readonly edits?: true;
  /** It shows what the user has not switched off. */
  readonly settings?: true;
}

/** The connection behind its guards: a handler that throws is logged and answers `empty`. */
export interface Server {
  readonly connection: Connection;
  readonly store: Store;
  readonly see: () => Omit<Sight, "workspace">;
  /** Waits for the first load. */
  readonly ready: () => Promise<void>;
  onDocument<Params extends OfDocument, Result>(
    type: RequestType<Params, Result, void>,
    empty: Result,
    answer: (asked: AskedDocument, params: Params) => Result,
    guard: Guard,
  ): void;
  onWorkspace<Params, Result>(
    type: RequestType<Params, Result, void>,
    empty: (params: Params) => Result,
    answer: (sight: Sight, params: Params) => Result,
    guard: Guard,
  ): void;
}

interface OfDocument {
  readonly textDocument: { readonly uri: string };
}

/** A request about one document; without the document, or where answering fails, the answer is `empty`. */
export function onDocument<Params extends OfDocument, Result>(
  type: RequestType<Params, Result, void>,
  empty: Result,
  answer: (asked: AskedDocument, params: Params) => Result,
  guard: Guard = {},
): Answer {
  return (server) => server.onDocument(type, empty, answer, guard);
}

/** A request about everything that is known. */
export function onWorkspace<Params, Result>(
  type: RequestType<Params, Result, void>,
  empty: (params: Params) => Result,
  answer: (sight: Sight, params: Params) => Result,
  guard: Guard = {},
): Answer {
  return (server) => server.onWorkspace(type, empty, answer, guard);
}
