// Peers and a workspace → an editor's session with each, all files read and the cursor in the middle.
import { type Editor, startEditor } from "./editor.ts";
import type { Peer } from "./peer.ts";
import { middleOf } from "./scenes.ts";
import type { Workspace } from "./workspace.ts";

export interface Session {
  readonly peer: Peer;
  readonly editor: Editor;
}

/** Starts those of the peers that serve, one after the other; says of each that it is there. */
export async function withSessions<Result>(
  peers: readonly Peer[],
  workspace: Workspace,
  use: (sessions: ReadonlyMap<string, Session>) => Promise<Result>,
): Promise<Result> {
  const sessions = new Map<string, Session>();
  try {
    for (const peer of peers) {
      if (peer.serve === undefined) continue;
      const start = performance.now();
      const editor = await startEditor(peer.serve, workspace);
      sessions.set(peer.name, { peer, editor });
      if (!peer.echoes) await load(editor, middleOf(workspace));
      console.error(`  ${peer.name} is there after ${Math.round(performance.now() - start)} ms`);
    }
    compare(sessions);
    return await use(sessions);
  } finally {
    for (const { editor } of sessions.values()) await editor.stop();
  }
}

/** Opens the first document and waits until something is told of it. */
async function load(editor: Editor, path: string): Promise<void> {
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
    .filter(({ peer }) => !peer.echoes)
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
