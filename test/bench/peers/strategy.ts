// Ours, as it is built: the language server and the command line of `dist/`.
import { join } from "node:path";
import type { Peer } from "../peer.ts";

const dist = join(import.meta.dirname, "../../../dist");

export const strategy: Peer = {
  name: "strategy",
  serve: [join(dist, "server.cjs"), "--stdio"],
  check: (folder) => [join(dist, "cli.js"), "check", "--project", folder, "--format", "json"],
};
