// A word of the checker that plans have changed → all who asked: a client itself hands such a word to one listener alone.
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type ChangedParams, changedNotification } from "../server/protocol.ts";

const told = new WeakMap<BaseLanguageClient, vscode.EventEmitter<ChangedParams>>();

/** Calls the listener whenever what was drawn may be out of date. */
export function onPlansChanged(
  client: BaseLanguageClient,
  listener: (changed: ChangedParams) => void,
): vscode.Disposable {
  let emitter = told.get(client);
  if (emitter === undefined) {
    const all = new vscode.EventEmitter<ChangedParams>();
    client.onNotification(changedNotification, (changed: ChangedParams) => all.fire(changed));
    told.set(client, all);
    emitter = all;
  }
  return emitter.event(listener);
}
