// `strategy preview --edit`: what is done to the picture is written into the files, all of it or nothing, and can be taken back.
import { lstatSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test, vi } from "vitest";
import { openProject } from "../../client/cli/open.ts";
import { createEdits } from "../../client/cli/preview/edits.ts";
import { exchangesOf } from "../../client/cli/preview/exchanges.ts";
import { type Exchange, replaceFiles } from "../../client/cli/replace.ts";
import type { Refusal } from "../../server/edits/refusal.ts";
import type { Gesture } from "../../server/gestures/shape.ts";
import { roadmapView } from "../../server/views/roadmap.ts";
import { viewOf } from "../../server/views/view.ts";
import { first, messages, type Preview, started } from "./previewed.ts";
import { type Folder, folderWith, oneWarning } from "./strategy.ts";

const plan = `${oneWarning}\ninitiative app "App" {\n  status: planned // the board decides\n}\n`;
const active = plan.replace("status: planned", "status: active");

const nothing = "Nothing was changed here that could be undone.";

function post({ address }: Preview, message: object) {
  return fetch(`${address}message`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(message),
  });
}

/** What a preview answers, without what every answer has. */
async function answered(to: Preview, message: object) {
  const { refused, ...rest } = JSON.parse(await (await post(to, { number: 7, ...message })).text());
  expect(rest).toEqual({ type: "edited", number: 7 });
  return refused;
}

/** `app` is set to be active, in the picture of the message that is heard next. */
async function activated(heard: ReturnType<typeof messages>): Promise<Gesture> {
  const { view } = await first(heard, "view");
  const { id, source } = view.initiatives.find(({ id }: { id: string }) => id === "app");
  const of = { id, uri: source.uri, position: source.name.start };
  return { type: "status", of, was: "planned", to: "active" };
}

test("a status is written into its file and told, the picture follows, and it is taken back to the byte", async () => {
  const folder = folderWith({ "plan.strategy": plan });
  const shown = await started(folder.path, "--edit");
  const heard = messages(shown.address, "roadmap");
  expect(await first(heard, "setting")).toMatchObject({ edits: true });
  const gesture = await activated(heard);
  expect(await answered(shown, { type: "edit", gestures: [gesture] })).toBeUndefined();
  expect(folder.read("plan.strategy")).toBe(active);
  const { view } = await first(heard, "view");
  expect(view.initiatives.find(({ id }: { id: string }) => id === "app").status).toBe("active");
  expect(await answered(shown, { type: "undo" })).toBeUndefined();
  expect(folder.read("plan.strategy")).toBe(plan);
  expect(await answered(shown, { type: "undo" })).toBe(nothing);
  await vi.waitFor(() => expect(shown.talk()).toContain("Undid what was written"));
  expect(shown.talk()).toMatch(
    /^Wrote plan\.strategy\.\nUndid what was written to plan\.strategy\.$/m,
  );
});

test("without --edit nothing is written, and pages are told so", async () => {
  const folder = folderWith({ "plan.strategy": plan });
  const shown = await started(folder.path);
  const heard = messages(shown.address, "roadmap");
  expect(await first(heard, "setting")).toMatchObject({ edits: false });
  const gesture = await activated(heard);
  const says = /^This preview only shows the plan\. Start it with --edit/;
  expect(await answered(shown, { type: "edit", gestures: [gesture] })).toMatch(says);
  expect(await answered(shown, { type: "undo" })).toMatch(says);
  expect(folder.read("plan.strategy")).toBe(plan);
});

test("a page changes files that it was shown, and no others", async () => {
  const folder = folderWith({
    "plan.strategy": plan,
    "more/strategy.config.json": "{}",
    "more/own.strategy": plan,
  });
  const shown = await started(folder.path, "--edit");
  const gesture = await activated(messages(shown.address, "roadmap"));
  const other = gesture.of.uri.replace("plan.strategy", "more/own.strategy");
  for (const uri of [other, "file:///etc/passwd", "https://other.example/", ""]) {
    const gestures = [gesture, { ...gesture, of: { ...gesture.of, uri } }];
    expect(await answered(shown, { type: "edit", gestures })).toMatch(/^The text has been changed/);
  }
  expect([folder.read("plan.strategy"), folder.read("more/own.strategy")]).toEqual([plan, plan]);
});

test("what is done to a thousand marks is heard, and longer bodies only of a preview that may change something", async () => {
  const folder = folderWith({ "plan.strategy": plan });
  const long = { type: "copy", text: "a".repeat(99_000) };
  expect((await post(await started(folder.path, "--edit"), long)).status).toBe(204);
  expect((await post(await started(folder.path), long)).status).toBe(413);
  const endless = { type: "copy", text: "a".repeat(1_100_000) };
  expect((await post(await started(folder.path, "--edit"), endless)).status).toBe(413);
});

/** The files that change where the initiatives of these names become active, in the project of a folder. */
async function changing(
  folder: Folder,
  ...names: readonly string[]
): Promise<readonly Exchange[] | Refusal> {
  const { base, models } = await openProject({ project: folder.path, today: "2026-11-23" });
  const [model] = models;
  if (model === undefined) throw new Error("There is no strategy.");
  const { initiatives } = viewOf(roadmapView, model);
  const gestures = names.map((name): Gesture => {
    const { id, source } = initiatives.find(({ id }) => id === name) ?? {};
    if (id === undefined || source === undefined) throw new Error(`There is no '${name}'.`);
    const of = { id, uri: source.uri, position: source.name.start };
    return { type: "status", of, was: "planned", to: "active" };
  });
  return exchangesOf(model, base, gestures);
}

function work(name: string): string {
  return `initiative ${name} {\n  status: planned\n}\n`;
}

test("byte order mark, line ends and what nobody touched stay as they are", async () => {
  const text = `\uFEFF// Größe 🚀\r\n${work("app").replaceAll("\n", "\r\n")}\t// end\r\n\n`;
  const folder = folderWith({ "plan.strategy": text });
  const edits = createEdits(async () => {});
  const found = await changing(folder, "app");
  expect(await edits.make(() => found)).toBeUndefined();
  expect(folder.read("plan.strategy")).toBe(text.replace("planned", "active"));
  expect(await edits.undo()).toBeUndefined();
  expect(folder.read("plan.strategy")).toBe(text);
});

test("a file that is not UTF-8 is not changed", async () => {
  const folder = folderWith({ "b.strategy": "" });
  // "// Größe" as it was written before there was Unicode.
  const bytes = Buffer.from(`// Gr\xf6\xdfe\n${work("app")}`, "latin1");
  writeFileSync(path.join(folder.path, "b.strategy"), bytes);
  await expect(changing(folder, "app")).rejects.toThrow(
    "'b.strategy' is not written in UTF-8 and stays as it is. Save it as UTF-8.",
  );
});

test("two files of one gesture are written both", async () => {
  const folder = folderWith({ "a.strategy": work("app"), "b.strategy": work("crm") });
  const edits = createEdits(async () => {});
  const found = await changing(folder, "app", "crm");
  await edits.make(() => found);
  expect(folder.read("a.strategy") + folder.read("b.strategy")).not.toContain("planned");
  await edits.undo();
  expect([folder.read("a.strategy"), folder.read("b.strategy")]).toEqual([
    work("app"),
    work("crm"),
  ]);
});

test("where one of them was saved by somebody else, none is written", async () => {
  const folder = folderWith({ "a.strategy": work("app"), "b.strategy": work("crm") });
  const edits = createEdits(async () => {});
  const found = await changing(folder, "app", "crm");
  folder.write("b.strategy", `${work("crm")}// mine\n`);
  expect(await edits.make(() => found)).toBe(
    "'b.strategy' was changed by somebody else meanwhile and is left as it is now. Try again.",
  );
  expect(folder.read("a.strategy")).toBe(work("app"));
  expect(folder.read("b.strategy")).toBe(`${work("crm")}// mine\n`);
  expect(await edits.undo()).toBe(nothing);
});

test("where one of them cannot be written and another cannot be put back, both are told", async () => {
  const folder = folderWith({ "a.strategy": "a", "b.strategy": "b" });
  const [file, other] = ["a.strategy", "b.strategy"].map((one) => path.join(folder.path, one));
  const bytes = (text: string) => Buffer.from(text);
  const a = { file: file ?? "", name: "a.strategy", before: bytes("a"), text: bytes("A") };
  const b = {
    ...{ file: other ?? "", name: "b.strategy", text: bytes("B") },
    // Somebody saves the first while the second is looked at.
    get before() {
      folder.write("a.strategy", "mine");
      return bytes("not so");
    },
  };
  await expect(replaceFiles([a, b])).rejects.toThrow(
    /^'b\.strategy' was changed .* Try again\. 'a\.strategy' was changed .* Try again\.$/,
  );
  expect([folder.read("a.strategy"), folder.read("b.strategy")]).toEqual(["mine", "b"]);
});

test("a picture of an older text changes nothing", async () => {
  const folder = folderWith({ "plan.strategy": plan });
  const { base, models } = await openProject({ project: folder.path });
  const [model] = models;
  if (model === undefined) throw new Error("There is no strategy.");
  const app = viewOf(roadmapView, model).initiatives.find(({ id }) => id === "app");
  if (app === undefined) throw new Error("It is not drawn.");
  const of = { id: app.id, uri: app.source.uri, position: app.source.name.start };
  folder.write("plan.strategy", `// new\n${plan}`);
  const gesture: Gesture = { type: "status", of, was: "planned", to: "active" };
  expect(exchangesOf(model, base, [gesture])).toEqual({
    refused: "The text has been changed meanwhile. Look at the new picture and try again.",
  });
});

test("a link stays a link, and where it leads out of the project nothing is written", async () => {
  const folder = folderWith({
    ".git/HEAD": "",
    "p/strategy.config.json": "{}",
    "p/notes/real.txt": work("app"),
    "other/real.txt": work("crm"),
  });
  symlinkSync("notes/real.txt", path.join(folder.path, "p/a.strategy"));
  symlinkSync("../other/real.txt", path.join(folder.path, "p/b.strategy"));
  const inside = { ...folder, path: path.join(folder.path, "p") };
  const edits = createEdits(async () => {});
  const found = await changing(inside, "app");
  expect(await edits.make(() => found)).toBeUndefined();
  expect(folder.read("p/notes/real.txt")).toContain("active");
  expect(lstatSync(path.join(folder.path, "p/a.strategy")).isSymbolicLink()).toBe(true);
  await expect(changing(inside, "crm")).rejects.toThrow(
    /^'b\.strategy' is a link that leads out of the project, .* Change '.*' where it lies\.$/,
  );
  expect(folder.read("other/real.txt")).toBe(work("crm"));
});

/** One step after the other in a file of one letter. */
async function stepped(folder: Folder, ...letters: readonly string[]) {
  const edits = createEdits(async () => {});
  const file = path.join(folder.path, "a.strategy");
  await Promise.all(
    letters.map((letter) =>
      edits.make(() => {
        const before = readFileSync(file);
        return [{ file, name: "a.strategy", before, text: Buffer.from(letter) }];
      }),
    ),
  );
  return edits;
}

test("what is asked for at once is done one after the other, and taken back in its order", async () => {
  const folder = folderWith({ "a.strategy": "a" });
  const edits = await stepped(folder, "b", "c");
  expect(folder.read("a.strategy")).toBe("c");
  expect(await edits.undo()).toBeUndefined();
  expect(folder.read("a.strategy")).toBe("b");
  expect(await edits.undo()).toBeUndefined();
  expect(folder.read("a.strategy")).toBe("a");
  expect(await edits.undo()).toBe(nothing);
});

test("nothing is taken back from under what somebody has written since", async () => {
  const folder = folderWith({ "a.strategy": "a" });
  const edits = await stepped(folder, "b");
  folder.write("a.strategy", "mine");
  expect(await edits.undo()).toBe("'a.strategy' has been changed since. Undo it in its text.");
  expect(folder.read("a.strategy")).toBe("mine");
});

test("what was taken back in the text is done with, and the one before it can be undone", async () => {
  const folder = folderWith({ "a.strategy": "a" });
  const edits = await stepped(folder, "b", "c");
  folder.write("a.strategy", "b");
  expect(await edits.undo()).toBeUndefined();
  expect(folder.read("a.strategy")).toBe("a");
});

test("what is done twice to the same mark is written once", async () => {
  const folder = folderWith({ "a.strategy": work("app") });
  const edits = createEdits(async () => {});
  const found = await changing(folder, "app", "app");
  expect(await edits.make(() => found)).toBeUndefined();
  expect(folder.read("a.strategy")).toBe(work("app").replace("planned", "active"));
});
