// The rows of a table and the folder for which they are → the text of a strategy that fits there.
import { RequestType } from "vscode-languageserver";
import { universe } from "../model/universe.ts";
import { projectAt } from "../project/project.ts";
import { type TableParams, type TableResult, tableParams, tableRequest } from "../protocol.ts";
import { declaredIn } from "../tables/ground.ts";
import { strategyOfTable } from "../tables/table.ts";
import type { Sight } from "./convert.ts";
import { folderPathOf } from "./uris.ts";

export const tableType = new RequestType<TableParams, TableResult, void>(tableRequest);

/** With what is declared in the project of the folder: no name is given twice, and no second strategy. */
export function strategyFromTable({ workspace }: Sight, asked: TableParams): TableResult {
  const params = tableParams.parse(asked);
  const { today } = workspace;
  const model = modelOf(workspace, params.folder);
  if (model === undefined) return strategyOfTable(params, { today, declared: [] });
  const { declared, currency = params.currency } = declaredIn(model);
  return strategyOfTable({ ...params, currency }, { today, declared });
}

/** What is said where reading a table fails. */
export function unreadTable(): TableResult {
  return { refused: "This table could not be read. Save it anew as CSV and try again." };
}

function modelOf(workspace: Sight["workspace"], folder: string | undefined) {
  if (folder === undefined) return undefined;
  const path = folderPathOf(folder);
  const { models } = universe(workspace);
  return models.get(path) ?? models.get(projectAt(workspace, path)?.project.root ?? "");
}
