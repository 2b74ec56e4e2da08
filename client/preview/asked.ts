// What the panel asks of the checker → messages for its page, also where it does not answer.
import * as vscode from "vscode";
import {
  type BaseLanguageClient,
  ErrorCodes,
  ResponseError,
  State,
  type WorkspaceEdit,
} from "vscode-languageclient";
import type { Gesture } from "../../server/gestures/shape.ts";
import {
  type CardParams,
  type CardResult,
  cardRequest,
  type EditParams,
  type EditResult,
  editRequest,
  type HostMessage,
  type ShownParams,
  type ShownResult,
  shownRequest,
  type ViewChangeParams,
  type ViewChangeResult,
  viewChangeRequest,
} from "../../server/protocol.ts";
import { type Recovery, sentenceOf } from "../recovery.ts";
import type { Pointed } from "./pointed.ts";

/** The last good picture stays while the checker does not answer, and why is said. */
export function staleMessage(recovery: Recovery): HostMessage {
  const ailment = recovery.ailment() ?? "again";
  const says = sentenceOf(ailment);
  const picture = vscode.l10n.t("{0} This is the last good picture.", says);
  // At first there is no picture yet.
  return { type: "stale", sentence: ailment === "starting" ? says : picture };
}

/** What the checker answers; where it does not, a sentence that says how it is is thrown. */
export async function askOrTell<Result>(
  client: BaseLanguageClient,
  recovery: Recovery,
  request: string,
  params: unknown,
): Promise<Result> {
  try {
    return await client.sendRequest<Result>(request, params);
  } catch (error) {
    if (!isLost(error) && client.state === State.Running) throw error;
    const says = sentenceOf(recovery.ailment() ?? "again");
    throw new Error(vscode.l10n.t("{0} Nothing was changed.", says));
  }
}

/** Null where the checker does not answer, or nothing is written there any more. */
export async function askCard(
  client: BaseLanguageClient,
  uri: string,
  position: CardParams["position"],
): Promise<CardResult> {
  const params: CardParams = { textDocument: { uri }, position };
  try {
    return await client.sendRequest<CardResult>(cardRequest, params);
  } catch {
    return null;
  }
}

/** In which view a declaration is drawn; undefined where none is written there, or nobody answers. */
export async function askShown(
  client: BaseLanguageClient,
  { uri, position }: Pointed,
): Promise<NonNullable<ShownResult> | undefined> {
  const params: ShownParams = { textDocument: { uri }, position };
  try {
    return (await client.sendRequest<ShownResult>(shownRequest, params)) ?? undefined;
  } catch {
    return undefined;
  }
}

/** A view, or what has changed of it since a version. */
export async function askView(
  client: BaseLanguageClient,
  recovery: Recovery,
  uri: vscode.Uri,
  view: string,
  since: string | undefined,
): Promise<HostMessage> {
  if (client.state !== State.Running) return staleMessage(recovery);
  try {
    const params: ViewChangeParams = {
      uri: uri.toString(),
      view,
      ...(since === undefined ? {} : { since }),
    };
    const result = await client.sendRequest<ViewChangeResult>(viewChangeRequest, params);
    if (result === null) {
      return {
        type: "error",
        view,
        details: vscode.l10n.t("{0} is in no project that can be drawn.", uri.path),
      };
    }
    return { type: "sheet", view, of: result };
  } catch (error) {
    // Asked and not answered: the checker ended, and the picture is drawn again when it is back.
    if (isLost(error) || client.state !== State.Running) return staleMessage(recovery);
    return {
      type: "error",
      view,
      details: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

/** What changes the text so that the picture becomes what was done to it, or why there is nothing of the kind. */
export async function askEdit(
  client: BaseLanguageClient,
  recovery: Recovery,
  uri: vscode.Uri,
  gestures: readonly Gesture[],
): Promise<EditResult<WorkspaceEdit>> {
  const textDocument = { uri: uri.toString() };
  const params: EditParams = { textDocument, gestures: [...gestures] };
  try {
    if (client.state === State.Running)
      return await client.sendRequest<EditResult<WorkspaceEdit>>(editRequest, params);
  } catch (error) {
    if (!isLost(error) && client.state === State.Running)
      return { refused: vscode.l10n.t("The text could not be changed. Change it in the editor.") };
  }
  const says = sentenceOf(recovery.ailment() ?? "again");
  return { refused: vscode.l10n.t("{0} Nothing was changed.", says) };
}

function isLost(error: unknown): boolean {
  if (!(error instanceof ResponseError)) return false;
  const lost: readonly number[] = [
    ErrorCodes.PendingResponseRejected,
    ErrorCodes.ConnectionInactive,
  ];
  return lost.includes(error.code);
}
