// Sessions that have read a workspace → what they hold of it, after everything else was thrown away.
import type { Measure } from "../measure.ts";
import type { Column, Goal } from "../turns.ts";

export const heap: Measure = {
  name: "heap",
  inSessions: async ({ size, workspace: { lines } }, sessions) => {
    // In less than that, what the program needs for itself is most of it.
    if (lines < 50_000) return [];
    const columns = new Map<string, Column>();
    for (const [name, { peer, editor }] of sessions) {
      if (peer.echoes || peer.asks) continue;
      const { heap: bytes } = await editor.used("heap");
      columns.set(name, { samples: [bytes / 1e6 / (lines / 100_000)] });
    }
    const what = `heap for 100,000 lines, ${size}`;
    return [{ what, unit: "MB", columns, goals: size === "L" ? goals : [] }];
  },
};

const goals: readonly Goal[] = [{ of: "strategy", than: "langium", most: 1 }];
