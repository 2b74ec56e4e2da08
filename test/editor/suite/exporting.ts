// Tests in the extension host: what is exported is written whole, in each format that there is, and never over the plan.
import { deepEqual, equal, ok } from "node:assert/strict";
import * as vscode from "vscode";
import { formatsOf } from "../../../client/exports/formats.ts";
import { open, type Tests } from "./editor.ts";

/** How a file of each format begins, where it is no plain text. */
const beginnings: Readonly<Record<string, string>> = {
  html: "<!doctype html>",
  svg: "<svg ",
  pdf: "%PDF-",
  png: "\x89PNG",
  pptx: "PK",
  xlsx: "PK",
  ics: "BEGIN:VCALENDAR",
  json: "{",
};

async function placeOf(name: string): Promise<vscode.Uri> {
  const { uri } = await open("strategy.strategy");
  return vscode.Uri.joinPath(uri, "..", "exported", name);
}

/** Exports and waits; the bytes of the file, as Latin-1. */
async function written(view: string, format: string, to: vscode.Uri): Promise<string> {
  await vscode.commands.executeCommand("strategy.export", { view, format, to: to.toString() });
  return Buffer.from(await vscode.workspace.fs.readFile(to)).toString("latin1");
}

export const exporting: Tests = {
  "a view and the board are written in each of their formats, and the same again": async () => {
    for (const view of ["roadmap", "alignment", "board"]) {
      for (const { name, extension } of formatsOf(view)) {
        const to = await placeOf(`${view}-${name}.${extension}`);
        const bytes = await written(view, name, to);
        ok(bytes.length > 100, `${view} as ${name} has ${bytes.length} bytes`);
        const begins = beginnings[name] ?? "";
        equal(bytes.slice(0, begins.length), begins, `${view} as ${name}`);
        ok((await written(view, name, to)) === bytes, `${view} as ${name} again is the same`);
      }
    }
    const folder = await vscode.workspace.fs.readDirectory(await placeOf(""));
    deepEqual(
      folder.map(([name]) => name).filter((name) => name.endsWith(".part")),
      [],
    );
    await vscode.workspace.fs.delete(await placeOf(""), { recursive: true });
  },
  "an export never takes the place of the plan": async () => {
    const { uri } = await open("strategy.strategy");
    const [data] = await vscode.workspace.findFiles("data/*.csv");
    const config = vscode.Uri.joinPath(uri, "..", "strategy.config.json");
    for (const file of [uri, config, data, vscode.Uri.joinPath(uri, "..", "new.strategy")]) {
      ok(file, "there is data");
      const read = () => vscode.workspace.fs.readFile(file).then(String, () => "nothing");
      const before = await read();
      const asked = { view: "roadmap", format: "svg", to: file.toString() };
      await vscode.commands.executeCommand("strategy.export", asked);
      equal(await read(), before);
    }
  },
};
