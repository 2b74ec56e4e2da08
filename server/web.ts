// A web worker → a language server whose files the editor reads for it.
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from "vscode-languageserver/browser";
import type { Files } from "./load.ts";
import {
  type FilesResult,
  filesRequest,
  type ReadResult,
  readRequest,
  type UriParams,
} from "./protocol.ts";
import { guardLifecycle } from "./serve/lifecycle.ts";
import { pathOf, uriOf } from "./serve/uris.ts";
import { serve } from "./serve.ts";

/** In a worker the global object is the channel to the page that started it. */
declare const self: Worker;
const { reader, writer } = guardLifecycle({
  reader: new BrowserMessageReader(self),
  writer: new BrowserMessageWriter(self),
});
const connection = createConnection(ProposedFeatures.all, reader, writer);

const files: Files = {
  list: async (folder) => {
    const params: UriParams = { uri: uriOf(folder) };
    const uris = await connection.sendRequest<FilesResult>(filesRequest, params);
    return uris.map(pathOf).sort();
  },
  read: async (path) => {
    const params: UriParams = { uri: uriOf(path) };
    return (await connection.sendRequest<ReadResult>(readRequest, params)) ?? undefined;
  },
};

serve(connection, { files, today: () => new Date().toLocaleDateString("sv-SE") });
