// A web worker → a language server whose files the editor reads for it.
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from "vscode-languageserver/browser";
import { askedFiles } from "./serve/asked.ts";
import { serve } from "./serve.ts";

/** In a worker the global object is the channel to the page that started it. */
declare const self: Worker;

const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(self),
  new BrowserMessageWriter(self),
);

serve(connection, {
  files: askedFiles(connection),
  today: () => new Date().toLocaleDateString("sv-SE"),
});
