// Peers in a workspace → how long after the last of ten quick keys the diagnostics that belong to it arrive.
import { setTimeout as wait } from "node:timers/promises";
import { change, prepare, undone } from "../keys.ts";
import type { Measure } from "../measure.ts";
import { type Scene, titleScene } from "../scenes.ts";
import type { Session } from "../sessions.ts";
import { inTurns } from "../turns.ts";

const keys = 10;
/** As fast as somebody types who holds a key down. */
const gap = 30;

export const burst: Measure = {
  name: "burst",
  inSessions: async ({ size, workspace, effort }, sessions) => {
    const scene = titleScene(workspace);
    await prepare(scene, sessions);
    const columns = await inTurns(sessions, effort, (session, turn) =>
      typeAll(session, scene, turn % 2 === 0),
    );
    const what = `${keys} letters in a title, ${gap} ms apart, from the last on, ${size}`;
    return [{ what, unit: "ms", columns, goals: [] }];
  },
};

/** Each key comes when its time has come, whether the last was answered or not. */
async function typeAll(session: Session, scene: Scene, isTyped: boolean): Promise<number> {
  const { editor } = session;
  const one = isTyped ? scene.typed : undone(scene.typed);
  for (let key = 1; key < keys; key++) {
    await editor.change(one);
    await wait(gap);
  }
  const took = await change(session, scene, one, isTyped);
  await editor.quiet();
  return took;
}
