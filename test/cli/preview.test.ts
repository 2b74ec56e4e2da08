// `strategy preview`: the page on localhost, and a new picture when a file changes.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { expect, onTestFinished, test, vi } from "vitest";
import { folderWith, oneWarning } from "./strategy.ts";

/** Starts the preview of a folder and gives its address. */
async function preview(folder: string): Promise<string> {
  const main = path.resolve("client/cli/main.ts");
  const child = spawn(process.execPath, [main, "preview", "--no-open"], { cwd: folder });
  onTestFinished(() => {
    child.kill();
  });
  const [first] = await once(child.stdout, "data");
  return String(first).trim();
}

/** The messages that a page would hear, in order. */
async function* messages(address: string) {
  const aborted = new AbortController();
  onTestFinished(() => aborted.abort());
  const { body } = await fetch(`${address}events`, { signal: aborted.signal });
  let text = "";
  for await (const part of body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += part;
    const events = text.split("\n\n");
    text = events.pop() ?? "";
    for (const event of events) yield JSON.parse(event.replace(/^data: /, ""));
  }
}

test("the page allows nothing but its own script and style, and no name but localhost's", async () => {
  const address = await preview(folderWith({ "plan.strategy": oneWarning }).path);
  const html = await (await fetch(address)).text();
  expect(html).toMatch(
    /content="default-src 'none'; style-src 'self'; script-src 'nonce-[0-9a-f]{32}'/,
  );
  expect((await fetch(`${address}etc/passwd`)).status).toBe(404);
  const foreign = await fetch(`${address}message`, { method: "POST", body: "{" });
  expect(foreign.status).toBe(400);
});

test("the roadmap follows the files", async () => {
  const folder = folderWith({ "plan.strategy": oneWarning });
  const heard = messages(await preview(folder.path));
  const next = async () => {
    for (;;) {
      const { value } = await heard.next();
      if (value.type === "view")
        return value.view.initiatives.map((one: { title: string }) => one.title);
    }
  };
  expect(await next()).toEqual(["CRM"]);
  folder.write("plan.strategy", oneWarning.replace('"CRM"', '"Customers first"'));
  expect(await next()).toEqual(["Customers first"]);
});

test("where the files are gone the last picture stays, with a word, until they are back", async () => {
  const folder = folderWith({ "plan.strategy": oneWarning });
  const heard = messages(await preview(folder.path));
  const next = async (type: string) => {
    for (;;) {
      const { value } = await heard.next();
      if (value.type === type) return value;
    }
  };
  await next("view");
  rmSync(path.join(folder.path, "plan.strategy"));
  expect((await next("stale")).sentence).toMatch(/^There is no \.strategy file/);
  folder.write("plan.strategy", oneWarning.replace('"CRM"', '"Back"'));
  expect((await next("view")).view.initiatives[0].title).toBe("Back");
});

test("a browser's wish for an icon is answered, and a port that is taken is told", async () => {
  const folder = folderWith({ "plan.strategy": oneWarning });
  const address = await preview(folder.path);
  expect((await fetch(`${address}favicon.ico`)).status).toBe(204);
  const { port } = new URL(address);
  const run = folder.strategy("preview", "--no-open", "--port", port);
  expect([run.code, run.talk]).toEqual([
    2,
    `Port ${port} is taken. Choose another one with --port.\n`,
  ]);
});

test("a check that watches tells again of what has changed", async () => {
  const folder = folderWith({ "plan.strategy": oneWarning });
  const child = spawn(
    process.execPath,
    [path.resolve("client/cli/main.ts"), "check", "--watch", "--today", "2026-11-23"],
    { cwd: folder.path },
  );
  onTestFinished(() => {
    child.kill();
  });
  let out = "";
  let talk = "";
  child.stderr.on("data", (data) => {
    talk += String(data);
  });
  child.stdout.on("data", (data) => {
    out += String(data);
  });
  await vi.waitFor(() => expect(talk).toContain("Watching for changes"), { timeout: 10_000 });
  expect(out).toContain("1 warning in 1 file");
  out = "";
  folder.write("plan.strategy", oneWarning.replace("trust", "trust\n"));
  await vi.waitFor(() => expect(out).toContain("in 1 file, as of 2026-11-23"), { timeout: 10_000 });
});
