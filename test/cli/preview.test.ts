// `strategy preview`: the page on localhost, and a new picture when a file changes.
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import process from "node:process";
import { expect, onTestFinished, test } from "vitest";
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
