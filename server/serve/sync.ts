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
  const tell = (document: TextDocument) => {
    documents.set(document.uri, document);
    const { uri, version } = document;
    store.setOpen({ path: pathOf(uri), uri, version, text: document.getText() });
  };
  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) =>
    tell(TextDocument.create(uri, languageId, version, text)),
  );
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const document = documents.get(uri);
    if (document === undefined) return;
    for (const change of contentChanges)
      TextDocument.update(document, [counted(document, change, encoding())], version ?? 0);
    tell(document);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    documents.delete(uri);
    store.close(pathOf(uri));
  });
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
