// What was done to a picture → one edit of the protocol, or the sentence of a refusal.
import { RequestType, type WorkspaceEdit } from "vscode-languageserver";
import { isRefusal } from "../edits/refusal.ts";
import { gestureChanges } from "../features/edit.ts";
import { type EditParams, type EditResult, editParams, editRequest } from "../protocol.ts";
import { workspaceEdit } from "./convert.ts";
import type { AskedDocument } from "./question.ts";
import { fileAt } from "./snapshot.ts";
import { pathOf } from "./uris.ts";

export const editType = new RequestType<EditParams, EditResult<WorkspaceEdit>, void>(editRequest);

/** What is answered where the document is in no project, or answering fails. */
export const unanswered: EditResult<WorkspaceEdit> = {
  refused: "The text could not be changed. Try again, or change it in the editor.",
};

export function gestureEdits(asked: AskedDocument, params: EditParams): EditResult<WorkspaceEdit> {
  const { data } = editParams.safeParse(params);
  if (data === undefined) return unanswered;
  const changes = gestureChanges(
    asked.model,
    (uri) => fileAt(asked.snapshot, pathOf(uri)),
    data.gestures,
  );
  if (isRefusal(changes)) return changes;
  return { edit: workspaceEdit(asked, changes) };
}
