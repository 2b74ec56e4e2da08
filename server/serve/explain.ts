// What the pages about findings and the status of the editor ask → how projects stand, and examples as edits.
import { RequestType, type WorkspaceEdit } from "vscode-languageserver";
import { isRefusal } from "../edits/refusal.ts";
import { exampleChanges } from "../features/example.ts";
import { standings } from "../features/summary.ts";
import { resolve } from "../project/project.ts";
import {
  type ExampleParams,
  type ExampleResult,
  exampleParams,
  exampleRequest,
  type SummaryParams,
  type SummaryResult,
  summaryRequest,
} from "../protocol.ts";
import { uriIn, workspaceEdit } from "./convert.ts";
import type { AskedDocument } from "./question.ts";

export const summaryType = new RequestType<SummaryParams, SummaryResult, void>(summaryRequest);

export function standingOf({ snapshot, model, file }: AskedDocument): SummaryResult {
  const [own, ...others] = standings(model).map((one) => ({
    ...one,
    root: uriIn(snapshot, one.root),
  }));
  if (own === undefined) return null;
  const path = resolve(model.project.root, file.path);
  if (!snapshot.alone.has(path)) return { ...own, others };
  const isNamed = model.strategy !== undefined;
  return { ...own, title: isNamed ? own.title : file.path, root: uriIn(snapshot, path), others };
}

type ExampleEdit = ExampleResult<WorkspaceEdit>;

export const exampleType = new RequestType<ExampleParams, ExampleEdit, void>(exampleRequest);

/** What is answered where the document is in no project, or answering fails. */
export const unwritten: ExampleEdit = {
  refused: "The example could not be written. Copy it into your strategy.",
};

export function exampleEdits(asked: AskedDocument, params: ExampleParams): ExampleEdit {
  const { data } = exampleParams.safeParse(params);
  if (data === undefined) return unwritten;
  const changes = exampleChanges(asked.model, asked.file, data.example);
  return isRefusal(changes) ? changes : { edit: workspaceEdit(asked, changes) };
}
