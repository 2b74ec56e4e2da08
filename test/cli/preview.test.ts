// `strategy preview`: the page on localhost, and a new picture when a file changes.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { expect, onTestFinished, test, vi } from "vitest";
import { views } from "../../server/views/index.ts";
import { cli } from "../programs.ts";
import { first, messages, preview, started } from "./previewed.ts";
import { folderWith, oneWarning } from "./strategy.ts";

test("the page allows nothing but its own script and style, at an address that nobody else knows", async () => {
  const folder = folderWith({ "plan.strategy": oneWarning }).path;
  const [address, other] = [await preview(folder), await preview(folder)];
  const html = await (await fetch(address)).text();
  expect(html).toMatch(
    /content="default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'self'; script-src 'nonce-[0-9a-f]{32}'/,
  );
  expect((await fetch(`${address}etc/passwd`)).status).toBe(404);
  const word = /^http:\/\/127\.0\.0\.1:\d+\/([0-9a-f]{32})\/$/;
  expect(word.exec(address)?.[1]).not.toBe(word.exec(other)?.[1]);
  const guess = await fetch(new URL("/", address));
  expect(guess.status).toBe(403);
  expect(await guess.text()).toContain("the whole address that the terminal shows");
});

test("what pages send is said on the terminal only where it is a place of the drawing, and steers nothing", async () => {
  const { address, talk } = await started(
    folderWith({ "plan\u001b[2J.strategy": oneWarning }).path,
  );
  const heard = messages(address);
  let uri = "";
  for (;;) {
    const { value } = await heard.next();
    if (value.type !== "view") continue;
    uri = value.view.initiatives[0].source.uri;
    break;
  }
  const at = { line: 9, character: 13 };
  const send = (to: string, body: object) =>
    fetch(`${address}message`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ type: "reveal", uri: to, range: body, select: body }),
    });
  const place = { start: at, end: at };
  for (const to of ["\u001b]0;taken\u0007", "file:///etc/shadow", uri])
    expect((await send(to, place)).status).toBe(204);
  await vi.waitFor(() => expect(talk()).toContain("plan\\u{1b}[2J.strategy:10:14"), {
    timeout: 10_000,
  });
  expect(talk().replaceAll("\n", "")).not.toMatch(/shadow|taken|\p{Cc}/u);
  // Whoever sends without end does not fill the terminal.
  await Promise.all(Array.from({ length: 100 }, () => send(uri, place)));
  expect(talk().match(/:10:14/g)?.length).toBeLessThan(60);
});

test("each page hears of the view that it shows, and one that is not there says so", async () => {
  const folder = folderWith({ "plan.strategy": oneWarning });
  const address = await preview(folder.path);
  const pages = views.map(({ name }) => ({ name, heard: messages(address, name) }));
  for (const { name, heard } of pages)
    expect((await first(heard, "view")).view).toMatchObject({
      view: name,
      title: "Plan 2026–2027",
    });
  const lost = messages(address, "nothing");
  expect(await first(lost, "error")).toMatchObject({
    view: "nothing",
    details: expect.stringContaining("There is no view 'nothing'."),
  });
  folder.write("plan.strategy", oneWarning.replace('plan "Plan"', 'plan "Other"'));
  for (const { name, heard } of pages)
    expect((await first(heard, "view")).view).toMatchObject({
      view: name,
      title: "Other 2026–2027",
    });
});

test("a page gets the cards of files that it was shown, and of no others", async () => {
  const folder = folderWith({
    "plan.strategy": oneWarning,
    "more/strategy.config.json": "{}",
    "more/own.strategy": 'team crew "The crew" {}',
  });
  const address = await preview(folder.path);
  const ask = async (uri: string, position: object) => {
    const answer = await fetch(`${address}message`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ type: "card", number: 7, uri, position }),
    });
    expect(answer.headers.get("content-type")).toBe("application/json");
    return answer.json();
  };
  const { view } = await first(messages(address, "roadmap"), "view");
  const { uri, name } = view.initiatives[0].source;
  expect(await ask(uri, name.start)).toMatchObject({
    type: "card",
    number: 7,
    card: { title: "CRM", kind: "initiative", file: "plan.strategy" },
  });
  const nothing = { type: "card", number: 7, card: null };
  const start = { line: 0, character: 5 };
  const other = uri.replace("plan.strategy", "more/own.strategy");
  for (const one of [other, "file:///etc/passwd", "https://other.example/", ""])
    expect([one, await ask(one, start)]).toEqual([one, nothing]);
  expect(await ask(uri, { line: 9999, character: 0 })).toEqual(nothing);
});

test("a page takes the views away in the formats that it was offered, and nothing else", async () => {
  const address = await preview(folderWith({ "plan.strategy": oneWarning }).path);
  const { exports: offered } = await first(messages(address), "setting");
  const board = offered.filter((one: { views: string[] }) => one.views.includes("board"));
  expect(board.map((one: { name: string }) => one.name)).toContain("pdf");
  const file = await fetch(`${address}export?view=risks&format=csv`);
  expect(file.headers.get("content-disposition")).toMatch(
    /^attachment; filename\*=UTF-8''[\w-]+-risks-\d{4}-\d\d-\d\d\.csv$/,
  );
  expect(file.headers.get("content-type")).toBe("application/octet-stream");
  expect(await file.text()).toContain("Risk");
  for (const asked of ["view=risks&format=ics", "view=../etc&format=csv", "view=model&format=json"])
    expect((await fetch(`${address}export?${asked}`)).status).toBe(404);
  const foreign = { "sec-fetch-site": "cross-site" };
  const stolen = await fetch(`${address}export?view=risks&format=csv`, { headers: foreign });
  expect(stolen.status).toBe(403);
});

test("Ctrl+C ends it at once, with pages that listen", async () => {
  const { address, child } = await started(folderWith({ "plan.strategy": oneWarning }).path);
  for (let count = 0; count < 10; count++) await messages(address).next();
  child.kill("SIGINT");
  await once(child, "exit");
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
  const address = await preview(folder.path);
  const heard = messages(address);
  const next = async (type: string) => {
    for (;;) {
      const { value } = await heard.next();
      if (value.type === type) return value;
    }
  };
  await next("view");
  rmSync(path.join(folder.path, "plan.strategy"));
  expect((await next("stale")).sentence).toMatch(/^There is no \.strategy file/);
  // A page that is opened only now gets the last picture too, with the word.
  const late = messages(address);
  const types = [await late.next(), await late.next(), await late.next()];
  expect(types.map(({ value }) => value.type)).toEqual(["setting", "view", "stale"]);
  folder.write("plan.strategy", oneWarning.replace('"CRM"', '"Back"'));
  expect((await next("view")).view.initiatives[0].title).toBe("Back");
});

test("a browser's wish for an icon is answered, and a port that is taken is told", async () => {
  const folder = folderWith({ "plan.strategy": oneWarning });
  const address = await preview(folder.path);
  expect((await fetch(`${address}favicon.ico`)).status).toBe(204);
  const { port } = new URL(address);
  const run = await folder.strategy("preview", "--no-open", "--port", port);
  expect([run.code, run.talk]).toEqual([
    2,
    `Port ${port} is taken. Choose another one with --port.\n`,
  ]);
});

test("a check that watches tells again of what has changed", async () => {
  const folder = folderWith({ "plan.strategy": oneWarning });
  const child = spawn(process.execPath, [cli, "check", "--watch", "--today", "2026-11-23"], {
    cwd: folder.path,
  });
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
