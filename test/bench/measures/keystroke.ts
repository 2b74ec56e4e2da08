// Peers in a workspace → how long after a key the diagnostics that belong to it arrive, and what it costs the server.
import { prepare, press } from "../keys.ts";
import type { Measure } from "../measure.ts";
import { lineScene, referenceScene, renameScene, type Scene, titleScene } from "../scenes.ts";
import { usedBy } from "../sessions.ts";
import { type Column, type Goal, inTurns, type Measured } from "../turns.ts";

export const keystroke: Measure = {
  name: "keystroke",
  inSessions: async ({ size, workspace, effort }, sessions) => {
    const measured: Measured[] = [];
    for (const sceneOf of [titleScene, referenceScene, renameScene, lineScene]) {
      const scene = sceneOf(workspace);
      await prepare(scene, sessions);
      const before = await usedBy(sessions);
      const keys = new Map<string, number>();
      const columns = await inTurns(sessions, effort, (session, turn) => {
        keys.set(session.peer.name, turn + 1);
        return press(session, scene, turn % 2 === 0);
      });
      const after = await usedBy(sessions);
      const costs = new Map<string, Column>();
      for (const [name, count] of keys) {
        const cost = ((after.get(name) ?? 0) - (before.get(name) ?? 0)) / count;
        if (columns.get(name)?.failure === undefined) costs.set(name, { samples: [cost] });
      }
      const what = `${scene.says}, ${size}`;
      measured.push(
        { what, unit: "ms", columns, goals: goals[`${size} ${scene.name}`] ?? [] },
        { what: "processor time of the server for it", unit: "ms", columns: costs, goals: [] },
      );
    }
    return measured;
  },
};

const tenfold: readonly Goal[] = [{ of: "strategy", than: "langium", most: 1 / 10 }];

const goals: Readonly<Partial<Record<`${string} ${Scene["name"]}`, readonly Goal[]>>> = {
  "L title": [
    { of: "strategy", than: "echo", most: 3 },
    { of: "strategy", than: "langium", most: 1 / 25 },
  ],
  "L reference": tenfold,
  "L rename": tenfold,
  "XL title": [{ of: "strategy", than: "echo", most: 3 }],
};
