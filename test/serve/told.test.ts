// Two who look at the same plan → each of them is told of what has changed since it last looked.
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import {
  createConnection,
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { type ChangedParams, changedNotification, viewRequest } from "../../server/protocol.ts";
import { serveViews } from "../../server/serve/views.ts";
import { worldOf } from "./world.ts";

const plan = (year: number) => `initiative crm {\n  timeline: ${year}\n}\n`;

test("who has an older view is told of it, though somebody else has the newer one already", async () => {
  const world = await worldOf({ "/w/a.strategy": plan(2026) }, "/w");
  const [up, down] = [new PassThrough(), new PassThrough()];
  const connection = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
  const onChange = serveViews(connection, world.store, async () => {});
  connection.listen();
  const client = createMessageConnection(
    new StreamMessageReader(down),
    new StreamMessageWriter(up),
  );
  const told = new Promise<ChangedParams>((resolve) =>
    client.onNotification(changedNotification, resolve),
  );
  client.listen();
  const look = () =>
    client.sendRequest(viewRequest, { uri: "file:///w/a.strategy", view: "roadmap" });
  await look();
  world.type("/w/a.strategy", plan(2027));
  await look();
  onChange();
  expect(await told).toEqual({ uris: ["file:///w"] });
  client.dispose();
});
