// What a row of the request table is: what the server announces, and how a request is answered.
import type { RequestType, ServerCapabilities } from "vscode-languageserver";
import type { Query } from "../cursor/spot.ts";
import type { Abilities } from "./abilities.ts";
import type { Sight } from "./convert.ts";
import { offsetOf, type Position, type Range } from "./positions.ts";
import type { Held } from "./snapshot.ts";

/** A document of one snapshot, ready to be asked. */
export interface Asked extends Sight, Held {}

/** What is announced: the same to all, or what fits a client. */
export type Capability = ServerCapabilities | ((client: Abilities) => ServerCapabilities);

export interface Row {
  readonly capability: Capability;
  readonly bind: (server: Server) => void;
}

/** The connection behind its guards: a handler that throws is logged and answers `empty`. */
export interface Server {
  onDocument<Params extends OfDocument, Result>(
    type: RequestType<Params, Result, void>,
    empty: Result,
    answer: (asked: Asked, params: Params) => Result,
  ): void;
  onWorkspace<Params, Result>(
    type: RequestType<Params, Result, void>,
    empty: (params: Params) => Result,
    answer: (sight: Sight, params: Params) => Result,
  ): void;
}

interface OfDocument {
  readonly textDocument: { readonly uri: string };
}

/** A request about one document; without the document, or where answering fails, the answer is `empty`. */
export function onDocument<Params extends OfDocument, Result>(
  capability: Capability,
  type: RequestType<Params, Result, void>,
  empty: Result,
  answer: (asked: Asked, params: Params) => Result,
): Row {
  return { capability, bind: (server) => server.onDocument(type, empty, answer) };
}

/** A request about everything that is known. */
export function onWorkspace<Params, Result>(
  capability: Capability,
  type: RequestType<Params, Result, void>,
  empty: (params: Params) => Result,
  answer: (sight: Sight, params: Params) => Result,
): Row {
  return { capability, bind: (server) => server.onWorkspace(type, empty, answer) };
}

/** A place of a document, as features want it. */
export function queryOf(asked: Asked, position: Position): Query {
  const { model, file, client } = asked;
  return { model, file, offset: offsetOf(file.tree, position, client.encoding) };
}

/** A range of a document in offsets. */
export function spanOf({ file, client }: Asked, range: Range): { start: number; end: number } {
  const at = (position: Position) => offsetOf(file.tree, position, client.encoding);
  return { start: at(range.start), end: at(range.end) };
}
