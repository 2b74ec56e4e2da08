// Tests in the extension host: the extension starts, and knows its language.
import { equal, ok } from "node:assert/strict";
import * as vscode from "vscode";
import type { Tests } from "./index.ts";

export const activation: Tests = {
  "a .strategy file has the language strategy": async () => {
    const document = await vscode.workspace.openTextDocument({
      language: "strategy",
      content: 'objective growth "Grow" {}\n',
    });
    equal(document.languageId, "strategy");
  },
  "the extension activates": async () => {
    const extension = vscode.extensions.getExtension("strategy-as-code.strategy-as-code");
    ok(extension, "the extension is not there");
    await extension.activate();
    ok(extension.isActive);
  },
};
