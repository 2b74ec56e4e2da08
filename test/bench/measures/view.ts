// A strategy with 10,000 initiatives → how long after an edit of one of them the data of the roadmap arrives.

import { change, prepare, undone } from "../keys.ts";
import type { Measure } from "../measure.ts";
import { echo } from "../peers/echo.ts";
import { strategy } from "../peers/strategy.ts";
import { progressScene } from "../scenes.ts";
import { type Session, withSessions } from "../sessions.ts";
import { inTurns } from "../turns.ts";
import { workspaceOf } from "../workspace.ts";

/** Nine initiatives a file. */
const size = { files: 1112, lines: 200 };

export const view: Measure = {
  name: "view",
  once: (_peers, effort) => {
    const workspace = workspaceOf(size);
    const scene = progressScene(workspace);
    const { path } = scene.typed;
    return withSessions([strategy, echo], workspace, async (sessions) => {
      await prepare(scene, sessions, await ask(sessions.get(strategy.name), path));
      const sizes: number[] = [];
      const columns = await inTurns(sessions, effort, async (session, turn) => {
        const isTyped = turn % 2 === 0;
        const start = performance.now();
        const one = isTyped ? scene.typed : undone(scene.typed);
        const told = change(session, scene, one, isTyped);
        const answer = ask(session, path).then((view) => {
          return { view, took: performance.now() - start };
        });
        const [{ view, took }] = await Promise.all([answer, told]);
        if (!session.peer.echoes) sizes.push(JSON.stringify(view).length / 1000);
        await session.editor.quiet();
        return took;
      });
      const what = "the roadmap of 10,000 initiatives after an edit of one";
      const sent = new Map([[strategy.name, { samples: sizes.slice(-1) }]]);
      return [
        { what, unit: "ms", columns, goals: [{ of: strategy.name, most: 50 }] },
        { what: "what is sent of it", unit: "kB", columns: sent, goals: [] },
      ];
    });
  },
};

function ask(session: Session | undefined, path: string): Promise<unknown> {
  if (session === undefined) throw new Error("There is nobody to ask for a view.");
  const { editor } = session;
  return editor.connection.sendRequest("strategy/view", { uri: editor.uri(path), view: "roadmap" });
}
