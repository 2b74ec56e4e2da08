// A scene and sessions → one key in each of them, and the time until what it changes is told.
import { DocumentDiagnosticRequest } from "vscode-languageserver/node";
import type { Change } from "./editor.ts";
import type { Scene } from "./scenes.ts";
import type { Session } from "./sessions.ts";

/** Opens what is looked at, and tells the echo what to send and what to answer. */
export async function prepare(
  { shows }: Scene,
  sessions: ReadonlyMap<string, Session>,
  view?: unknown,
): Promise<void> {
  const all = [...sessions.values()];
  for (const { editor } of all) if (!editor.isOpen(shows)) await editor.open(shows);
  for (const { editor } of all) await editor.quiet();
  const [first] = all.filter(({ peer }) => !peer.echoes && !peer.asks);
  const diagnostics = first?.editor.published(shows) ?? [];
  for (const { peer, editor } of all)
    if (peer.echoes) {
      const params = { uri: editor.uri(shows), diagnostics, view };
      await editor.connection.sendNotification("bench/told", params);
    }
}

/** Types, or takes back what was typed; how long it was until that showed. */
export async function press(session: Session, scene: Scene, isTyped: boolean): Promise<number> {
  const took = await change(session, scene, isTyped ? scene.typed : undone(scene.typed), isTyped);
  await session.editor.quiet();
  return took;
}

/** Makes a change; how long it was until what belongs to it arrived. */
export async function change(
  { peer, editor }: Session,
  { shows, fits }: Scene,
  one: Change,
  isTyped: boolean,
): Promise<number> {
  if (peer.asks) {
    const sent = await editor.change(one);
    const textDocument = { uri: editor.uri(shows) };
    const report = await editor.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument,
    });
    const took = performance.now() - sent;
    const found = report.kind === "full" ? report.items : [];
    if (!fits(found, editor.text(shows), isTyped)) throw new Error("it answers something else");
    return took;
  }
  // The echo understands nothing, and says of which version it speaks.
  const arrival = editor.arrival(shows, ({ diagnostics, version }) =>
    peer.echoes
      ? version === editor.version(one.path)
      : fits(diagnostics, editor.text(shows), isTyped),
  );
  const sent = await editor.change(one);
  return (await arrival) - sent;
}

/** The change that takes a change back. */
export function undone({ path, offset, insert }: Change): Change {
  return { path, offset, remove: insert.length, insert: "" };
}
