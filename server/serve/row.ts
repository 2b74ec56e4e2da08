// What a row of the table of features is: what is announced of it, and which requests it answers.
import type { ClientCapabilities, RequestType, ServerCapabilities } from "vscode-languageserver";
import type { Query } from "../cursor/spot.ts";
import type { Abilities } from "./abilities.ts";
import type { Sight } from "./convert.ts";
import { offsetOf, type Position, type Range } from "./positions.ts";
import type { Held } from "./snapshot.ts";

/** A document of one snapshot, ready to be asked. */
export interface AskedDocument extends Sight, Held {}

export interface Feature {
  /** What the server says that it can do: the same to all, or what fits a client. */
  readonly announces: ServerCapabilities | ((client: Abilities) => ServerCapabilities);
  readonly answers: readonly Answer[];
  /** The request that has a client ask again for all, where it says that it knows it. */
  readonly refresh?: {
    readonly method: string;
    readonly isKnown: (workspace: NonNullable<ClientCapabilities["workspace"]>) => unknown;
  };
}

/** Binds the answer to a request to the connection. */
export type Answer = (server: Server) => void;

/** How an answer is guarded. */
export interface Guard {
  /** It edits files that may not be open: it is made on what lies on the disk by now. */
  readonly edits?: true;
}

/** The connection behind its guards: a handler that throws is logged and answers `empty`. */
export interface Server {
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

/** A place of a document, as features want it. */
export function queryOf(asked: AskedDocument, position: Position): Query {
  const { model, file, client } = asked;
  return { model, file, offset: offsetOf(file.tree, position, client.encoding) };
}

/** A range of a document in offsets. */
export function spanOf(
  { file, client }: AskedDocument,
  range: Range,
): { start: number; end: number } {
  const at = (position: Position) => offsetOf(file.tree, position, client.encoding);
  return { start: at(range.start), end: at(range.end) };
}
