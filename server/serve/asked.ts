// A connection to an editor → the door to files, which the editor reads for a server in a worker.
import type { Connection } from "vscode-languageserver";
import { longestText } from "../../grammar/size.ts";
import type { Files } from "../project/roots.ts";
import type { Trouble } from "../project/trouble.ts";
import {
  type FilesParams,
  type FilesResult,
  filesRequest,
  type ReadResult,
  readRequest,
  type UriParams,
} from "../protocol.ts";
import { pathOf, uriOf } from "./uris.ts";

/** The files that an editor sees. It follows no links, since it cannot say where they lead. */
export function askedFiles(connection: Pick<Connection, "sendRequest">): Files {
  const look = async (path: string): Promise<string | Trouble | undefined> => {
    const params: UriParams = { uri: uriOf(path) };
    const found = await connection.sendRequest<ReadResult>(readRequest, params);
    if (found === null) return undefined;
    if (typeof found !== "string") return { path, is: found.is };
    return found.length > longestText ? { path, is: "large" } : found;
  };
  return {
    list: async (folder, { most, onTrouble } = {}) => {
      // One more than is wanted tells that there are more.
      const params: FilesParams = {
        uri: uriOf(folder),
        ...(most === undefined ? {} : { most: most + 1 }),
      };
      const uris = await connection.sendRequest<FilesResult>(filesRequest, params);
      if (most === undefined || uris.length <= most) return uris.map(pathOf).sort();
      onTrouble?.({ path: folder, is: "crowded", most });
      return [];
    },
    read: async (path) => {
      const found = await look(path);
      return typeof found === "string" ? found : undefined;
    },
    why: async (path) => {
      const found = await look(path);
      return typeof found === "string" ? undefined : found;
    },
  };
}
