// Tests in the extension host: the checker is killed, and nothing is lost.
import { deepEqual, ok } from "node:assert/strict";
import * as vscode from "vscode";
import { processesOf } from "../host/processes.ts";
import { eventually, findings, open, replace, type Tests } from "./editor.ts";

/** The processes of the checker of this editor: it has the path of the extension in its command. */
export function checkers(): readonly number[] {
  const extension = vscode.extensions.getExtension("strategy-as-code.strategy-as-code");
  ok(extension, "the extension is not there");
  return processesOf(`${extension.extensionPath}/dist/server.js`);
}

export function kill(): void {
  for (const one of checkers()) process.kill(one, "SIGKILL");
}

const mistakes = (document: vscode.TextDocument) =>
  findings(document).filter((one) => one.startsWith("unknown-value"));

export const recovering: Tests = {
  "a checker that is killed starts again, and what is not saved is checked": async () => {
    const document = await open("backlog.strategy");
    await replace(document, "status: proposed", "status: propsed");
    await eventually("the mistake is marked", () => mistakes(document).length === 1);
    const before = checkers();
    deepEqual(before.length, 1);
    kill();
    await replace(document, "confidence: low", "confidence: lwo");
    await eventually("another checker runs", () => {
      const now = checkers();
      return now.length === 1 && now[0] !== before[0];
    });
    await eventually("both mistakes are marked, the old and the new", () => {
      const found = mistakes(document);
      return found.includes("unknown-value: propsed") && found.includes("unknown-value: lwo");
    });
    ok(document.isDirty && document.getText().includes("propsed"), "what was typed is gone");
  },
  "one that is killed again and again starts when it is asked to": async () => {
    const document = await open("backlog.strategy");
    let quiet = 0;
    await eventually("it is not started any more", async () => {
      quiet = checkers().length === 0 ? quiet + 1 : 0;
      kill();
      return quiet > 60;
    });
    await replace(document, "status: proposed", "status: propsed");
    await vscode.commands.executeCommand("strategy.restartServer");
    await eventually("the mistake is marked", () => mistakes(document).length === 1);
    deepEqual(checkers().length, 1);
    await vscode.commands.executeCommand("strategy.restartServer");
    await eventually("and also after a restart of one that runs", () => {
      return mistakes(document).length === 1 && checkers().length === 1;
    });
  },
};
