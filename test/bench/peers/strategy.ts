// Ours, as it is built: the language server and the command line of `dist/`.
import { join } from "node:path";
import type { Peer } from "../peer.ts";

const dist = join(import.meta.dirname, "../../../dist");

/** The server with an editor that is sent diagnostics, which is how all peers can do it. */
export const strategy: Peer = {
  name: "strategy",
  serve: [join(dist, "server.js"), "--stdio"],
  check: (folder) => [join(dist, "cli.js"), "check", "--project", folder, "--format", "json"],
};

/** The server with an editor that asks for diagnostics after each change. */
export const asked: Peer = {
  name: "asked",
  serve: [join(dist, "server.js"), "--stdio"],
  asks: true,
};
