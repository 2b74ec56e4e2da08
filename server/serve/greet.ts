// What a client says when it begins → the answer, which tells what the server can do before the rest of it is loaded.
import {
  type Connection,
  type InitializeParams,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { type Abilities, abilitiesOf, foldersOf } from "./abilities.ts";
import { features } from "./requests.ts";

/** What a client has said of itself; before that, what may be taken for true of any. */
export interface Greeting {
  readonly params: InitializeParams;
  readonly client: Abilities;
  readonly folders: readonly string[];
}

/** Begins to listen, and answers the first request. What it gives tells what the client said. */
export function greet(connection: Connection): () => Greeting {
  let greeting = greetingIn({ processId: null, rootUri: null, capabilities: {} });
  connection.onInitialize((params) => {
    greeting = greetingIn(params);
    return { capabilities: offered(greeting.client), serverInfo: { name: "strategy" } };
  });
  connection.listen();
  return () => greeting;
}

function greetingIn(params: InitializeParams): Greeting {
  return { params, client: abilitiesOf(params), folders: foldersOf(params) };
}

/** What the server can do for a client. */
function offered(client: Abilities): ServerCapabilities {
  const capabilities: ServerCapabilities = {
    ...(client.asksEncoding ? { positionEncoding: client.encoding } : {}),
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    ...(client.workspaceFolders
      ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }
      : {}),
  };
  for (const { announces } of features) {
    const one = typeof announces === "function" ? announces(client) : announces;
    const workspace = { ...capabilities.workspace, ...one.workspace };
    Object.assign(capabilities, one, { workspace });
  }
  return capabilities;
}
