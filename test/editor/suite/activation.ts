// Tests in the extension host: the extension starts, knows its language and checks what is open.
import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import * as vscode from "vscode";
import { eventually, findings, open, replace, revert, type Tests } from "./editor.ts";

export const activation: Tests = {
  "a .strategy file has the language Strategy": async () => {
    const document = await open("backlog.strategy");
    equal(document.languageId, "strategy");
  },
  "the extension starts": async () => {
    const extension = vscode.extensions.getExtension("strategy-as-code.strategy-as-code");
    ok(extension, "the extension is not there");
    await extension.activate();
    ok(extension.isActive);
  },
  "a finding marks the exact word, says what to do and links to its page": async () => {
    const document = await open("backlog.strategy");
    await eventually("there is a finding", () => findings(document).length > 0);
    deepEqual(findings(document), ["unaligned-initiative: loyalty-points"]);
    const [finding] = vscode.languages.getDiagnostics(document.uri);
    match(finding?.message ?? "", /loyalty-points/);
    ok(typeof finding?.code === "object" && finding.code.target.path.includes("unaligned"));
  },
  "the page of a finding is there, and is shown laid out": async () => {
    const document = await open("backlog.strategy");
    const [finding] = await eventually("there is a finding", () => {
      const all = vscode.languages.getDiagnostics(document.uri);
      return all.length > 0 && all;
    });
    ok(typeof finding?.code === "object");
    const { target } = finding.code;
    const page = await vscode.workspace.openTextDocument(target);
    match(page.getText(), /^# unaligned-initiative\n/);
    await vscode.commands.executeCommand("vscode.open", target);
    await eventually("the page is shown, not its source", () => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return input instanceof vscode.TabInputCustom && input.uri.path === target.path;
    });
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
  },
  "the pages are for reading, and there is nothing else among them": async () => {
    const at = (path: string) => vscode.Uri.from({ scheme: "strategy-page", path });
    for (const path of ["/../package.json", "/rules/../../package.json", "/rules/none.md", "/"])
      await rejects(async () => vscode.workspace.fs.readFile(at(path)), path);
    const change = async () =>
      vscode.workspace.fs.writeFile(at("/rules/overdue.md"), new Uint8Array());
    await rejects(change);
  },
  "files that are not open are checked too": async () => {
    const files = await eventually("four other files have findings", () => {
      const found = vscode.languages.getDiagnostics().filter(([, all]) => all.length > 0);
      const names = found.map(([uri]) => uri.path.split("/").at(-1));
      return names.length > 4 && names;
    });
    ok(files.includes("people.strategy"), `${files}`);
  },
  "a mistake shows while it is typed and goes when it is mended": async () => {
    const document = await open("backlog.strategy");
    await replace(document, "status: proposed", "status: propsed");
    await eventually("the mistake is marked", () =>
      findings(document).includes("unknown-value: propsed"),
    );
    await revert(document);
    await eventually("the mistake is gone", () =>
      findings(document).every((one) => one === "unaligned-initiative: loyalty-points"),
    );
  },
};
