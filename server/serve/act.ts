// Quick fixes → code actions of the protocol, their edits computed when the client asks for them.
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  RequestType,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { type Action, actions, fixAll } from "../features/actions.ts";
import { type ChoicesParams, type ChoicesResult, choicesRequest } from "../protocol.ts";
import { fixAllKind } from "./announced.ts";
import { addressedAs, diagnosticOf, type Sight, workspaceEdit } from "./convert.ts";
import type { Range } from "./positions.ts";
import { type AskedDocument, offsetsOf } from "./question.ts";
import { allShown } from "./settings.ts";
import { fileAt } from "./snapshot.ts";
import { pathOf } from "./uris.ts";

/** What an action brings back when it asks for its edits. */
interface Remembered {
  readonly uri: string;
  readonly range: Range;
  readonly place: number;
}

/** An action that asks for its edits, with them. */
export function withEdits(sight: Sight, action: CodeAction): CodeAction {
  const data = remembered(action.data);
  if (data === undefined) return action;
  const path = pathOf(data.uri);
  const snapshot = addressedAs(sight.snapshot, path, data.uri);
  const held = fileAt(snapshot, path);
  if (held === undefined) return action;
  const { workspace } = held.model.universe;
  const asked = { ...sight, ...held, snapshot, workspace, settings: allShown };
  const found = offered(asked, data.range, action.kind)[data.place];
  // What was offered may have gone with the text that it would mend.
  if (found?.title !== action.title) return action;
  return { ...action, edit: workspaceEdit(asked, found.edits()) };
}

export const choicesType = new RequestType<
  ChoicesParams<Range>,
  ChoicesResult<WorkspaceEdit>,
  void
>(choicesRequest);

/** The fixes of which an action lets one be chosen. */
export function fixesToChoose(
  asked: AskedDocument,
  { range, place, title }: ChoicesParams<Range>,
): ChoicesResult<WorkspaceEdit> {
  const found = offered(asked, range, CodeActionKind.QuickFix)[place];
  if (found?.title !== title) return [];
  return (found.choices ?? []).map((one) => ({
    title: one.title,
    edit: workspaceEdit(asked, one.edits()),
  }));
}

/** What may be done in a range. */
export function actionsIn(asked: AskedDocument, params: CodeActionParams): CodeAction[] {
  // A client that knows commands alone has none that would change its texts.
  if (!asked.client.actions) return [];
  const { only } = params.context;
  const wants = (kind: string) =>
    only === undefined ||
    only.some((one) => kind === one || kind.startsWith(`${one}.`) || one === "");
  const found: CodeAction[] = [];
  for (const kind of [CodeActionKind.QuickFix, fixAllKind]) {
    // Actions on a whole file are offered to those who ask for them, not at every light bulb.
    if (!wants(kind) || (kind === fixAllKind && only === undefined)) continue;
    for (const [place, action] of offered(asked, params.range, kind).entries()) {
      const does = action.choices === undefined ? changing : choosing;
      const what = does(asked, params, action, place);
      if (what === undefined) continue;
      found.push({
        title: action.title,
        kind,
        diagnostics: action.diagnostics.map((one) => diagnosticOf(asked, one)),
        ...(action.preferred && asked.client.preferredActions ? { isPreferred: true } : {}),
        ...what,
      });
    }
  }
  return found;
}

type Doing = Pick<CodeAction, "data" | "edit" | "command">;

/** The edits of an action, or the way back to them. */
function changing(
  asked: AskedDocument,
  params: CodeActionParams,
  action: Action,
  place: number,
): Doing {
  const data: Remembered = { uri: params.textDocument.uri, range: params.range, place };
  return asked.client.lazyEdits ? { data } : { edit: workspaceEdit(asked, action.edits()) };
}

/**
 * The command that lets one of many be chosen. A client without it has the likeliest ones beside
 * this entry, and all of them where it completes the field: a menu of forty objectives helps nobody.
 */
function choosing(
  { client }: AskedDocument,
  { textDocument, range }: CodeActionParams,
  { title }: Action,
  place: number,
): Doing | undefined {
  if (client.chooseCommand === undefined) return undefined;
  const params: ChoicesParams<Range> = { textDocument, range, place, title };
  return { command: { title, command: client.chooseCommand, arguments: [params] } };
}

function offered(asked: AskedDocument, range: Range, kind: string | undefined): readonly Action[] {
  if (kind === fixAllKind) return fixAll(asked.model, asked.file);
  return actions(asked.model, asked.file, offsetsOf(asked, range));
}

function remembered(data: unknown): Remembered | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  if (!("uri" in data && "range" in data && "place" in data)) return undefined;
  const { uri, range, place } = data;
  if (typeof uri !== "string" || typeof place !== "number" || !isRange(range)) return undefined;
  return { uri, range, place };
}

function isRange(value: unknown): value is Range {
  if (typeof value !== "object" || value === null) return false;
  return "start" in value && "end" in value && isPosition(value.start) && isPosition(value.end);
}

function isPosition(value: unknown): boolean {
  return typeof value === "object" && value !== null && "line" in value && "character" in value;
}
