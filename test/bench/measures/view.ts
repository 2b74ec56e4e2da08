// A strategy with 10,000 initiatives → how long after an edit a page has the new roadmap in hand, what that costs, and what is sent.
import { createHold } from "../../../client/preview/held.ts";
import type { SheetMessage } from "../../../server/protocol.ts";
import { change, prepare, undone } from "../keys.ts";
import type { Measure } from "../measure.ts";
import { echo } from "../peers/echo.ts";
import { strategy } from "../peers/strategy.ts";
import { lineScene, progressScene, type Scene, titleScene } from "../scenes.ts";
import { type Session, usedBy, withSessions } from "../sessions.ts";
import { type Effort, inTurns, type Measured } from "../turns.ts";
import { workspaceOf } from "../workspace.ts";

/** Nine initiatives a file. */
const size = { files: 1112, lines: 200 };

export const view: Measure = {
  name: "view",
  once: (_peers, effort) => {
    const workspace = workspaceOf(size);
    return withSessions([strategy, echo], workspace, async (sessions) => {
      const page = pageOf(sessions.get(strategy.name));
      const scenes = [progressScene, titleScene, lineScene].map((sceneOf) => sceneOf(workspace));
      const start = performance.now();
      const all = await page.ask(scenes[0]?.typed.path ?? "");
      const whole = { samples: [performance.now() - start] };
      const measured: Measured[] = [];
      for (const scene of scenes) measured.push(...(await updates(scene, sessions, page, effort)));
      return [
        ...measured,
        {
          what: "the whole roadmap at first",
          unit: "ms",
          columns: new Map([[strategy.name, whole]]),
          goals: [],
        },
        {
          what: "what is sent of it",
          unit: "kB",
          columns: new Map([[strategy.name, { samples: [sizeOf(all)] }]]),
          goals: [],
        },
      ];
    });
  },
};

/** What a page does that looks at a strategy. */
interface Page {
  readonly ask: (path: string) => Promise<SheetMessage>;
  /** The moment at which it hears that something has changed. */
  readonly hears: () => Promise<void>;
}

function pageOf(session: Session | undefined): Page {
  if (session === undefined) throw new Error("There is nobody to ask for a view.");
  const { connection, uri } = session.editor;
  const hold = createHold();
  let since: string | undefined;
  let heard = Promise.withResolvers<void>();
  connection.onNotification("strategy/changed", () => heard.resolve());
  return {
    async ask(path) {
      const params = { uri: uri(path), view: "roadmap", since };
      const message: SheetMessage = await connection.sendRequest("strategy/viewChange", params);
      if (hold.take(message) === undefined)
        throw new Error("it tells of a version that nobody has");
      since = message.version;
      return message;
    },
    hears() {
      heard = Promise.withResolvers();
      return heard.promise;
    },
  };
}

async function updates(
  scene: Scene,
  sessions: ReadonlyMap<string, Session>,
  page: Page,
  effort: Effort,
): Promise<readonly Measured[]> {
  const { path } = scene.typed;
  const sizes: number[] = [];
  const own = async (session: Session, turn: number) => {
    const isTyped = turn % 2 === 0;
    const start = performance.now();
    const updated = page.hears().then(async () => {
      const message = await page.ask(path);
      return { message, took: performance.now() - start };
    });
    const one = isTyped ? scene.typed : undone(scene.typed);
    const [{ message, took }] = await Promise.all([updated, change(session, scene, one, isTyped)]);
    sizes.push(sizeOf(message));
    await session.editor.quiet();
    return { message, took };
  };
  const ours = sessions.get(strategy.name);
  if (ours === undefined) throw new Error("There is nobody to ask for a view.");
  await prepare(scene, sessions);
  // What the echo answers is as long as what was answered before.
  const { message } = await own(ours, 0);
  await own(ours, 1);
  await prepare(scene, sessions, message);
  const before = await usedBy(sessions);
  const turns = new Map<string, number>();
  const columns = await inTurns(sessions, effort, async (session, turn) => {
    turns.set(session.peer.name, turn + 1);
    if (!session.peer.echoes) return (await own(session, turn)).took;
    const { editor } = session;
    const start = performance.now();
    const told = change(session, scene, turn % 2 === 0 ? scene.typed : undone(scene.typed), true);
    await editor.connection.sendRequest("strategy/viewChange", { uri: editor.uri(path) });
    const took = performance.now() - start;
    await told;
    return took;
  });
  const after = await usedBy(sessions);
  const costs = new Map(
    [...turns].map(([name, count]) => {
      const cost = ((after.get(name) ?? 0) - (before.get(name) ?? 0)) / count;
      return [name, { samples: [cost] }] as const;
    }),
  );
  const sent = new Map([[strategy.name, { samples: sizes }]]);
  const what = `the roadmap of 10,000 initiatives after ${scene.says}`;
  return [
    { what, unit: "ms", columns, goals: [{ of: strategy.name, most: 50 }] },
    { what: "processor time of the server for it", unit: "ms", columns: costs, goals: [] },
    { what: "what is sent for it", unit: "kB", columns: sent, goals: [] },
  ];
}

function sizeOf(message: SheetMessage): number {
  return JSON.stringify(message).length / 1000;
}
