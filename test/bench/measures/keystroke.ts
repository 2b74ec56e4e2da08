// Peers in a workspace → how long after a key the diagnostics that belong to it arrive.
import { prepare, press } from "../keys.ts";
import type { Measure } from "../measure.ts";
import { lineScene, referenceScene, renameScene, type Scene, titleScene } from "../scenes.ts";
import { type Goal, inTurns, type Measured } from "../turns.ts";

export const keystroke: Measure = {
  name: "keystroke",
  inSessions: async ({ size, workspace, effort }, sessions) => {
    const measured: Measured[] = [];
    for (const sceneOf of [titleScene, referenceScene, renameScene, lineScene]) {
      const scene = sceneOf(workspace);
      await prepare(scene, sessions);
      const columns = await inTurns(sessions, effort, (session, turn) =>
        press(session, scene, turn % 2 === 0),
      );
      const what = `${scene.says}, ${size}`;
      measured.push({ what, unit: "ms", columns, goals: goals[`${size} ${scene.name}`] ?? [] });
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
