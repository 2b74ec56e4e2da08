// Peers in a workspace → how long after a key the diagnostics that belong to it arrive.
import {
  lineScene,
  referenceScene,
  renameScene,
  type Scene,
  titleScene,
  undone,
} from "../scenes.ts";
import type { Session } from "../sessions.ts";
import { type Effort, type Goal, inTurns, type Measured } from "../turns.ts";
import type { Workspace } from "../workspace.ts";

/** All scenes in a workspace, in sessions that have read it. */
export async function measureKeystrokes(
  size: string,
  workspace: Workspace,
  sessions: ReadonlyMap<string, Session>,
  effort: Effort,
): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  for (const sceneOf of [titleScene, referenceScene, renameScene, lineScene]) {
    const scene = sceneOf(workspace);
    await prepare(scene, sessions);
    const columns = await inTurns(sessions, effort, (session, turn) =>
      press(session, scene, turn % 2 === 0),
    );
    const goals = goalsOf(size, sceneOf);
    measured.push({ what: `${scene.says}, ${size}`, unit: "ms", columns, goals });
  }
  return measured;
}

/** Opens what is looked at, and tells the echo what to send. */
async function prepare({ shows }: Scene, sessions: ReadonlyMap<string, Session>): Promise<void> {
  const all = [...sessions.values()];
  for (const { editor } of all) if (!editor.isOpen(shows)) await editor.open(shows);
  for (const { peer, editor } of all) if (!peer.echoes) await editor.quiet();
  const [first] = all.filter(({ peer }) => !peer.echoes);
  for (const { peer, editor } of all)
    if (peer.echoes)
      await editor.connection.sendNotification("bench/told", {
        uri: editor.uri(shows),
        diagnostics: first?.editor.published(shows) ?? [],
      });
}

/** Types, or takes back what was typed; how long it was until that showed. */
async function press(
  { peer, editor }: Session,
  { typed, shows, fits }: Scene,
  isTyped: boolean,
): Promise<number> {
  const change = isTyped ? typed : undone(typed);
  const arrival = editor.arrival(shows, ({ diagnostics }) =>
    peer.echoes ? true : fits(diagnostics, editor.text(shows), isTyped),
  );
  const sent = await editor.change(change);
  const arrived = await arrival;
  await editor.quiet();
  return arrived - sent;
}

function goalsOf(size: string, sceneOf: (workspace: Workspace) => Scene): readonly Goal[] {
  if (size === "L" && sceneOf === titleScene)
    return [
      { of: "strategy", than: "echo", most: 3 },
      { of: "strategy", than: "langium", most: 1 / 25 },
    ];
  if (size === "L" && sceneOf !== lineScene)
    return [{ of: "strategy", than: "langium", most: 1 / 10 }];
  if (size === "XL" && sceneOf === titleScene) return [{ of: "strategy", than: "echo", most: 3 }];
  return [];
}
