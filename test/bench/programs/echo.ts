// What it was told to send → the same again after each change: the floor for every language server.
import {
  createConnection,
  type Diagnostic,
  ProposedFeatures,
  TextDocumentSyncKind,
} from "vscode-languageserver/node";

/** What is sent for each change of any document, and what is answered to a request for a view. */
interface Told {
  readonly uri: string;
  readonly diagnostics: Diagnostic[];
  readonly view: unknown;
}

let told: Told | undefined;
const connection = createConnection(ProposedFeatures.all);
connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
  },
}));
connection.onHover(() => null);
connection.onNotification("bench/told", (params: Told) => {
  told = params;
});
connection.onRequest("strategy/viewChange", () => told?.view ?? null);
connection.onDidChangeTextDocument(({ textDocument: { version } }) => {
  const { uri, diagnostics } = told ?? { uri: "", diagnostics: [] };
  void connection.sendDiagnostics({ uri, version, diagnostics });
});
connection.listen();
