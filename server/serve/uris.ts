// Addresses of documents, as editors write them ↔ absolute paths, as the core knows files.
import { URI } from "vscode-uri";

/**
 * The absolute path of a document: with `/` and without escapes for a file, `scheme://authority/path`
 * for anything else, so that paths resolve the same way everywhere.
 */
export function pathOf(uri: string): string {
  const { authority: host, path, query, ...other } = URI.parse(uri);
  const scheme = other.scheme.toLowerCase();
  const authority = scheme === "file" && host.toLowerCase() === "localhost" ? "" : host;
  const end = query === "" ? "" : `?${query}`;
  const rooted = path.startsWith("/") ? path : `/${path}`;
  if (scheme !== "file") return `${scheme}://${authority}${rooted}${end}`;
  const local = /^\/[A-Za-z]:/.test(path) ? path.slice(1, 2).toUpperCase() + path.slice(2) : path;
  return authority === "" ? local : `//${authority}${path}`;
}

/** The address of a path, as VS Code would write it. */
export function uriOf(path: string): string {
  const other = /^([A-Za-z][\w+.-]+):\/\/([^/]*)(\/[^?]*)(?:\?(.*))?$/s.exec(path);
  if (other === null) return URI.file(path).toString();
  const [, scheme = "", authority = "", rest = "", query = ""] = other;
  // An unsaved document has no folder: `untitled:Untitled-1`.
  const own = scheme === "untitled" && authority === "" ? rest.replace(/^\/(?=[^/]*$)/, "") : rest;
  return URI.from({ scheme, authority, path: own, query }).toString();
}

/** A folder's path: without a slash at its end. */
export function folderPathOf(uri: string): string {
  const path = pathOf(uri);
  return path.length > 1 ? path.replace(/\/+$/, "") : path;
}

/** Whether a document shows an earlier version of a file, such as one side of a comparison. */
export function isRevision(path: string): boolean {
  return /^[A-Za-z][\w+.-]+:\/\/[^?]*\?/.test(path) || /^git(?:lens)?:\/\//.test(path);
}
