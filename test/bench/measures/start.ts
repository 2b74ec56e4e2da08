// Peers → how long after its start a process has answered the greeting of an editor, against one that does nothing.
import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import process from "node:process";
import {
  createMessageConnection,
  InitializeRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { greeting } from "../editor.ts";
import type { Peer } from "../peer.ts";
import { type Effort, inTurns, type Measured } from "../turns.ts";

/** Starts each of those that serve again and again. */
export async function measureStart(peers: readonly Peer[], effort: Effort): Promise<Measured> {
  const starts = new Map<string, () => Promise<number>>();
  for (const { name, serve } of peers)
    if (serve !== undefined) starts.set(name, () => greet(serve));
  starts.set("node -e 0", idle);
  return {
    what: "from the start of the process to its answer to `initialize`",
    unit: "ms",
    columns: await inTurns(starts, effort, (start) => start()),
    goals: [{ of: "strategy", than: "node -e 0", most: 2.5 }],
  };
}

async function greet(words: readonly string[]): Promise<number> {
  const start = performance.now();
  const server = spawn(process.execPath, words, { stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise((resolve) => server.once("exit", resolve));
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, greeting(tmpdir()));
  const took = performance.now() - start;
  connection.dispose();
  server.kill("SIGKILL");
  await ended;
  return took;
}

function idle(): Promise<number> {
  const start = performance.now();
  const server = spawn(process.execPath, ["-e", "0"], { stdio: "ignore" });
  return new Promise((resolve) => server.once("exit", () => resolve(performance.now() - start)));
}
