// Peers in a workspace → how long the names that may stand in a reference take, at rest and right after a key.
import { type CompletionItem, CompletionRequest } from "vscode-languageserver/node";
import { placeOf } from "../editor.ts";
import { change, undone } from "../keys.ts";
import type { Measure } from "../measure.ts";
import { nameScene } from "../scenes.ts";
import type { Session } from "../sessions.ts";
import { type Goal, inTurns, type Measured } from "../turns.ts";
import type { Workspace } from "../workspace.ts";

export const completion: Measure = {
  name: "completion",
  inSessions: async ({ size, workspace, effort }, sessions) => {
    const those = new Map([...sessions].filter(([, { peer }]) => !peer.echoes && !peer.asks));
    const said = new Map<string, number>();
    const measured: Measured[] = [];
    for (const afterKey of [false, true]) {
      const columns = await inTurns(those, effort, async (session, turn) => {
        const { took, count } = await complete(session, workspace, afterKey, turn % 2 === 0);
        said.set(session.peer.name, count);
        return took;
      });
      const when = afterKey ? "right after a key" : "at rest";
      const what = `names for a reference, ${when}, ${size}`;
      const isAsked = size === "L" && !afterKey;
      measured.push({ what, unit: "ms", columns, goals: isAsked ? goals : [] });
    }
    for (const [name, count] of said) console.error(`  ${name} offers ${count} names`);
    return measured;
  },
};

const goals: readonly Goal[] = [
  { of: "strategy", most: 10 },
  { of: "strategy", than: "langium", most: 1 / 5 },
];

async function complete(
  session: Session,
  workspace: Workspace,
  afterKey: boolean,
  isTyped: boolean,
): Promise<{ took: number; count: number }> {
  const { editor } = session;
  const scene = nameScene(workspace);
  const { path, offset, insert } = scene.typed;
  const told = change(session, scene, isTyped ? scene.typed : undone(scene.typed), isTyped);
  if (!afterKey) {
    await told;
    await editor.quiet();
  }
  const params = {
    textDocument: { uri: editor.uri(path) },
    position: placeOf(editor.text(path), isTyped ? offset + insert.length : offset),
  };
  const start = performance.now();
  const answer = editor.connection.sendRequest(CompletionRequest.type, params).then((list) => {
    return { list, took: performance.now() - start };
  });
  const [{ list, took }] = await Promise.all([answer, told]);
  const items: readonly CompletionItem[] = Array.isArray(list) ? list : (list?.items ?? []);
  if (!items.some(({ label }) => label.startsWith("goal-"))) throw new Error("it offers no names");
  await editor.quiet();
  return { took, count: items.length };
}
