// Sessions that have read a workspace → what they hold of it, after everything else was thrown away.
import type { Session } from "../sessions.ts";
import type { Column, Measured } from "../turns.ts";
import type { Workspace } from "../workspace.ts";

/** The heap of each, for every 100,000 lines. */
export async function measureHeap(
  size: string,
  { lines }: Workspace,
  sessions: ReadonlyMap<string, Session>,
): Promise<Measured> {
  const columns = new Map<string, Column>();
  for (const [name, { peer, editor }] of sessions) {
    if (peer.echoes) continue;
    const { heap } = await editor.used("heap");
    columns.set(name, { samples: [heap / 1e6 / (lines / 100_000)] });
  }
  return {
    what: `heap for 100,000 lines, ${size}`,
    unit: "MB",
    columns,
    goals: size === "L" ? [{ of: "strategy", than: "langium", most: 1 }] : [],
  };
}
