// Peers in a workspace → how long the card of a name takes.
import { HoverRequest } from "vscode-languageserver/node";
import { placeOf } from "../editor.ts";
import type { Measure } from "../measure.ts";
import { nameScene } from "../scenes.ts";
import { inTurns } from "../turns.ts";

export const hover: Measure = {
  name: "hover",
  inSessions: async ({ size, workspace, effort }, sessions) => {
    const those = new Map([...sessions].filter(([, { peer }]) => !peer.echoes && !peer.asks));
    const { typed } = nameScene(workspace);
    const columns = await inTurns(those, effort, async ({ editor }) => {
      const params = {
        textDocument: { uri: editor.uri(typed.path) },
        position: placeOf(editor.text(typed.path), typed.offset + 1),
      };
      const start = performance.now();
      const card = await editor.connection.sendRequest(HoverRequest.type, params);
      const took = performance.now() - start;
      if (card === null) throw new Error("it has no card");
      return took;
    });
    return [{ what: `the card of a name, ${size}`, unit: "ms", columns, goals: [] }];
  },
};
