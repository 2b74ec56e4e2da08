// A client that has gone, or cannot do what it said it could → who hears of it.
import { expect, test } from "vitest";
import { ConnectionError, ConnectionErrors } from "vscode-languageserver";
import { sayTo } from "../../server/serve/saying.ts";

async function told(say: () => Promise<unknown>): Promise<readonly unknown[]> {
  const heard: unknown[] = [];
  await sayTo(say, (error) => heard.push(error));
  return heard;
}

test("a client that has gone hears nothing, and nothing else comes of it", async () => {
  for (const code of [ConnectionErrors.Closed, ConnectionErrors.Disposed]) {
    const gone = new ConnectionError(code, "Connection is disposed.");
    expect(await told(() => Promise.reject(gone))).toEqual([]);
    expect(
      await told(() => {
        throw gone;
      }),
    ).toEqual([]);
  }
});

test("what a client cannot do is told, and what it can is not", async () => {
  const refusal = new Error("Unhandled method");
  expect(await told(() => Promise.reject(refusal))).toEqual([refusal]);
  expect(await told(() => Promise.resolve())).toEqual([]);
});
