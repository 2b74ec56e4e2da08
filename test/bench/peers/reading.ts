// The least that any check has to do: read the bytes of all files.
import { join } from "node:path";
import type { Peer } from "../peer.ts";

export const reading: Peer = {
  name: "reading",
  check: (folder) => [join(import.meta.dirname, "../dist/read.cjs"), folder],
};
