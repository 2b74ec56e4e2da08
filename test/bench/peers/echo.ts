// The least that any server has to do: hear of a change, and send a list that is there already.
import { join } from "node:path";
import type { Peer } from "../peer.ts";

export const echo: Peer = {
  name: "echo",
  serve: [join(import.meta.dirname, "../dist/echo.cjs"), "--stdio"],
  echoes: true,
};
