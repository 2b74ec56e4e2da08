// A clock that runs, or stands still as the machine sleeps → the day after is told of, to the editor and its preview too.
import { PassThrough } from "node:stream";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  createConnection,
  createMessageConnection,
  DocumentDiagnosticRequest,
  InitializedNotification,
  InitializeRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { changedNotification, type ViewResult, viewRequest } from "../../server/protocol.ts";
import { followDay } from "../../server/serve/midnight.ts";
import { serve } from "../../server/serve.ts";
import { diskOf } from "./world.ts";

const hour = 3_600_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  vi.setSystemTime(new Date(2026, 10, 30, 21, 30));
});
afterEach(() => {
  vi.useRealTimers();
});

function date(): string {
  const now = new Date();
  return `${now.getFullYear()}-${now.getMonth() + 1}-${String(now.getDate()).padStart(2, "0")}`;
}

test("each day is told once, as it begins", () => {
  const days: string[] = [];
  const end = followDay(date, () => days.push(date()));
  vi.advanceTimersByTime(2.5 * hour - 1);
  expect(days).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(days).toEqual(["2026-12-01"]);
  vi.advanceTimersByTime(30 * hour);
  expect(days).toEqual(["2026-12-01", "2026-12-02"]);
  end();
  vi.advanceTimersByTime(30 * hour);
  expect(days).toHaveLength(2);
});

test("a day that began while the machine slept is told within a minute after it woke", () => {
  const days: string[] = [];
  const end = followDay(date, () => days.push(date()));
  vi.setSystemTime(new Date(2026, 11, 4, 8, 0));
  vi.advanceTimersByTime(60_000);
  expect(days).toEqual(["2026-12-04"]);
  end();
});

test("at midnight the editor asks again, the preview is drawn again, and what is overdue is told", async () => {
  // What is told rests for a moment between two answers.
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"], shouldAdvanceTime: true });
  vi.setSystemTime(new Date(2026, 10, 30, 21, 30));
  const plan = "initiative crm {\n  timeline: 2026-01 .. 2026-11-30\n  status: active\n}\n";
  const { files } = diskOf({ "/w/a.strategy": plan });
  const [up, down] = [new PassThrough(), new PassThrough()];
  serve(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), {
    files,
    today: date,
  });
  const client = createMessageConnection(
    new StreamMessageReader(down),
    new StreamMessageWriter(up),
  );
  const refreshed = Promise.withResolvers<void>();
  client.onRequest("workspace/diagnostic/refresh", () => {
    refreshed.resolve();
    return null;
  });
  const drawn = new Promise((resolve) => client.onNotification(changedNotification, resolve));
  client.listen();
  await client.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: null,
    workspaceFolders: [{ uri: "file:///w", name: "w" }],
    capabilities: {
      textDocument: { diagnostic: {} },
      workspace: { diagnostics: { refreshSupport: true } },
    },
  });
  await client.sendNotification(InitializedNotification.type, {});
  const textDocument = { uri: "file:///w/a.strategy" };
  const codes = async () => {
    const report = await client.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
    return report.kind === "full" ? report.items.map((one) => one.code) : [];
  };
  expect(await codes()).not.toContain("overdue");
  const view = await client.sendRequest<ViewResult>(viewRequest, {
    ...textDocument,
    view: "roadmap",
  });
  expect(view).not.toBeNull();
  await vi.advanceTimersByTimeAsync(3 * hour);
  await refreshed.promise;
  expect(await drawn).toEqual({ uris: ["file:///w"] });
  expect(await codes()).toContain("overdue");
  client.dispose();
});
