// Peers and a workspace → an editor's session with each, all files read and the cursor in the middle.
import { DocumentDiagnosticRequest } from "vscode-languageserver/node";
import { type Editor, startEditor } from "./editor.ts";
import type { Peer } from "./peer.ts";
import { middleOf } from "./scenes.ts";
import type { Workspace } from "./workspace.ts";

export interface Session {
  readonly peer: Peer;
  readonly editor: Editor;
}

/** Starts those of the peers that serve, one after the other. Who does not come is left out, and said so. */
export async function withSessions<Result>(
  peers: readonly Peer[],
  workspace: Workspace,
  use: (sessions: ReadonlyMap<string, Session>) => Promise<Result>,
): Promise<Result> {
  const sessions = new Map<string, Session>();
  try {
    for (const peer of peers) {
      if (peer.serve === undefined) continue;
      try {
        sessions.set(peer.name, await sessionOf(peer, workspace));
      } catch (error) {
        console.error(`  ${peer.name} is left out: ${error}`);
      }
    }
    compare(sessions);
    return await use(sessions);
  } finally {
    for (const { editor } of sessions.values()) await editor.stop();
  }
}

/** Starts one, and waits until it has read everything. */
export async function sessionOf(peer: Peer, workspace: Workspace): Promise<Session> {
  const start = performance.now();
  const editor = await startEditor(peer.serve ?? [], workspace, peer.asks);
  try {
    await load(peer, editor, middleOf(workspace));
  } catch (error) {
    await editor.stop();
    throw error;
  }
  const took = Math.round(performance.now() - start);
  console.error(`  ${peer.name} has read ${workspace.lines} lines after ${took} ms`);
  return { peer, editor };
}

/** Opens the document in the middle and waits until something is told of it. */
async function load({ echoes, asks }: Peer, editor: Editor, path: string): Promise<void> {
  if (echoes) return editor.open(path);
  if (asks) {
    await editor.open(path);
    const textDocument = { uri: editor.uri(path) };
    await editor.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
    return editor.quiet();
  }
  const told = editor.arrival(path, ({ diagnostics }) => diagnostics.length > 0);
  await editor.open(path);
  await told;
  await editor.quiet();
}

/** What all peers check that understand the language. */
const codes = ["unaligned-initiative", "not-started", "dependency-order", "undeclared-name"];

/** Peers that find something else do not do the same work: there is nothing to compare. */
function compare(sessions: ReadonlyMap<string, Session>): void {
  const told = [...sessions.values()]
    .filter(({ peer }) => !peer.echoes && !peer.asks)
    .map(({ peer, editor }) => {
      const counts = editor.counts();
      return { peer, says: codes.map((code) => `${counts.get(code) ?? 0} ${code}`).join(", ") };
    });
  const [first] = told;
  for (const { peer, says } of told)
    if (says !== first?.says)
      throw new Error(`${peer.name} finds ${says}; ${first?.peer.name} ${first?.says}.`);
  console.error(`  each finds ${first?.says}`);
}

/** The processor time that each server has used up to now. */
export async function usedBy(
  sessions: ReadonlyMap<string, Session>,
): Promise<ReadonlyMap<string, number>> {
  const used = new Map<string, number>();
  for (const [name, { editor }] of sessions) {
    if (editor.isRunning()) used.set(name, (await editor.used("cpu")).cpu);
  }
  return used;
}
