// Langium with an equivalent grammar, cross references and four of our checks: as it comes, and tuned.
import { join } from "node:path";
import type { Peer } from "../peer.ts";

const dist = join(import.meta.dirname, "../dist");

function peer(name: string, ...words: readonly string[]): Peer {
  return {
    name,
    serve: [join(dist, "langium-server.cjs"), "--stdio", ...words],
    check: (folder) => [join(dist, "langium-check.cjs"), folder, ...words],
    needs: "packages",
  };
}

export const langium = peer("langium");
export const tuned = peer("tuned", "--tuned");
