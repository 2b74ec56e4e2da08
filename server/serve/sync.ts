// The edits of an editor → the texts of its documents, told to the store as they change.
import type { Connection, TextDocumentContentChangeEvent } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Encoding, Position } from "./positions.ts";
import type { Store } from "./store.ts";
import { pathOf } from "./uris.ts";

/** Follows what the editor opens, changes and closes. */
export function followDocuments(
  connection: Connection,
  store: Store,
  encoding: () => Encoding,
): void {
  const documents = new Map<string, TextDocument>();
  /** The same file may be open under addresses that differ in their escapes alone. */
  const alike = (uri: string) => {
    const path = pathOf(uri);
    return [...documents.values()].filter((one) => pathOf(one.uri) === path).at(-1);
  };
  const tell = (document: TextDocument) => {
    const { uri, version } = document;
    const path = pathOf(uri);
    // Whoever was told last comes last.
    documents.delete(uri);
    documents.set(uri, document);
    store.setOpen({ path, uri, version, text: document.getText() });
  };
  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    if (typeof text !== "string") throw new Error(`${uri} was opened without a text.`);
    tell(TextDocument.create(uri, languageId, version, text));
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const document = documents.get(uri) ?? alike(uri);
    if (document === undefined) return;
    // A change that cannot be made must not leave half of a text.
    if (!contentChanges.every(isChange)) throw new Error(`A change of ${uri} says too little.`);
    for (const change of contentChanges)
      TextDocument.update(document, [counted(document, change, encoding())], version ?? 0);
    tell(document);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    documents.delete(documents.has(uri) ? uri : (alike(uri)?.uri ?? uri));
    const other = alike(uri);
    if (other === undefined) store.close(pathOf(uri));
    else tell(other);
  });
}

function isChange(change: TextDocumentContentChangeEvent): boolean {
  if (typeof change?.text !== "string") return false;
  if (!("range" in change)) return true;
  const isPlace = (at: Position) => Number.isInteger(at?.line) && Number.isInteger(at?.character);
  return isPlace(change.range?.start) && isPlace(change.range?.end);
}

/** A change with its positions in UTF-16 units. */
function counted(
  document: TextDocument,
  change: TextDocumentContentChangeEvent,
  encoding: Encoding,
): TextDocumentContentChangeEvent {
  if (encoding === "utf-16" || !("range" in change)) return change;
  const { start, end } = change.range;
  return {
    range: { start: inUnits(document, start), end: inUnits(document, end) },
    text: change.text,
  };
}

function inUnits(document: TextDocument, { line, character }: Position): Position {
  const text = document.getText({
    start: { line, character: 0 },
    end: { line: line + 1, character: 0 },
  });
  let bytes = 0;
  let units = 0;
  for (const char of text) {
    if (bytes >= character) break;
    const code = char.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    units += char.length;
  }
  return { line, character: units };
}
