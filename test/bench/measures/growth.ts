// Ours in 20,000, 200,000 and 1,000,000 lines → whether a key costs the same in each, and all else the same a line.
import { prepare, press } from "../keys.ts";
import type { Measure } from "../measure.ts";
import { strategy } from "../peers/strategy.ts";
import { type Scene, titleScene } from "../scenes.ts";
import { type Session, sessionOf } from "../sessions.ts";
import { type Column, type Effort, inTurns } from "../turns.ts";
import { type Workspace, workspaceOf } from "../workspace.ts";
import { run } from "./check.ts";

const sizes = { "20,000 lines": 100, "200,000 lines": 1000, "1,000,000 lines": 5000 };

/** A check of a million lines takes long, and says much by itself. */
const twice: Effort = { runs: 2, seconds: 0, warm: 0 };

export const growth: Measure = {
  name: "growth",
  once: async (_peers, effort) => {
    const workspaces = new Map<string, Workspace>();
    for (const [name, files] of Object.entries(sizes))
      workspaces.set(name, workspaceOf({ files, lines: 200 }));
    const keys = await keysIn(workspaces, effort);
    const checks = await inTurns(workspaces, twice, async ({ folder, lines }) => {
      return (await run(strategy.check?.(folder) ?? [])) / (lines / 100_000);
    });
    const [few, , many] = Object.keys(sizes);
    const goals = [{ of: `${many}`, than: `${few}`, most: 1.3 }];
    const rest = { by: "size", goals: [] } as const;
    return [
      { ...rest, what: "a letter in a title", unit: "ms", columns: keys.times, goals },
      { ...rest, what: "a check, for 100,000 lines", unit: "ms", columns: checks },
      { ...rest, what: "heap for 100,000 lines", unit: "MB", columns: keys.heaps },
    ];
  },
};

/** A server for each size, all at the same time. */
async function keysIn(workspaces: ReadonlyMap<string, Workspace>, effort: Effort) {
  const open = new Map<string, { session: Session; scene: Scene }>();
  const heaps = new Map<string, Column>();
  const failed = new Map<string, Column>();
  try {
    for (const [name, workspace] of workspaces) {
      try {
        const session = await sessionOf(strategy, workspace);
        const scene = titleScene(workspace);
        open.set(name, { session, scene });
        await prepare(scene, new Map([[name, session]]));
        const { heap } = await session.editor.used("heap");
        heaps.set(name, { samples: [heap / 1e6 / (workspace.lines / 100_000)] });
      } catch (error) {
        failed.set(name, { samples: [], failure: String(error) });
      }
    }
    const times = await inTurns(open, effort, ({ session, scene }, turn) =>
      press(session, scene, turn % 2 === 0),
    );
    return { times: new Map([...times, ...failed]), heaps };
  } finally {
    for (const { session } of open.values()) await session.editor.stop();
  }
}
