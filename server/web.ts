// A web worker → a language server whose files the editor reads for it.
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from "vscode-languageserver/browser";
import { askedFiles } from "./serve/asked.ts";
import { guardLifecycle } from "./serve/lifecycle.ts";
import { serve } from "./serve.ts";

/** In a worker the global object is the channel to the page that started it. */
declare const self: Worker;
const { reader, writer, proceed } = guardLifecycle({
  reader: new BrowserMessageReader(self),
  writer: new BrowserMessageWriter(self),
});
const connection = createConnection(ProposedFeatures.all, reader, writer);

serve(connection, {
  files: askedFiles(connection),
  today: () => new Date().toLocaleDateString("sv-SE"),
});
proceed();
