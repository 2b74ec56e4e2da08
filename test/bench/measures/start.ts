// Peers → how long after its start a process has answered the greeting of an editor, beside one that does nothing.
import { tmpdir } from "node:os";
import { ExitNotification, InitializeRequest, ShutdownRequest } from "vscode-languageserver/node";
import { startNode } from "../children.ts";
import { connectTo, greeting } from "../editor.ts";
import type { Measure } from "../measure.ts";
import { inTurns } from "../turns.ts";
import { run } from "./check.ts";

export const start: Measure = {
  name: "start",
  once: async (peers, effort) => {
    const starts = new Map<string, () => Promise<number>>();
    for (const { name, serve, asks } of peers)
      if (serve !== undefined && !asks) starts.set(name, () => greet(serve));
    starts.set("node -e 0", () => run(["-e", "0"]));
    const columns = await inTurns(starts, effort, (one) => one());
    const goals = [{ of: "strategy", than: "node -e 0", most: 2.5 }];
    return [{ what: "from the start to the answer to `initialize`", unit: "ms", columns, goals }];
  },
};

async function greet(words: readonly string[]): Promise<number> {
  const began = performance.now();
  const server = startNode(words, ["pipe", "pipe", "inherit"]);
  const ended = new Promise((resolve) => server.once("exit", resolve));
  const connection = connectTo(server);
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, greeting(tmpdir()));
  const took = performance.now() - began;
  // It ends as with an editor: what it keeps for its next start is kept.
  await connection.sendRequest(ShutdownRequest.type);
  await connection.sendNotification(ExitNotification.type);
  await ended;
  connection.dispose();
  return took;
}
