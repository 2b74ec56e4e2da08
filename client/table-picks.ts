// What columns of a table became → the rows of a list in which that is confirmed or changed, and what is chosen there.
import * as vscode from "vscode";
import type { ReadColumn, TableText } from "../server/protocol.ts";
import { iconless } from "./preview/iconless.ts";

/** A row of a list, known by its id. */
interface Picked extends vscode.QuickPickItem {
  readonly id: string;
}

export type ConfirmedRow = Picked &
  (
    | { readonly is: "create" | "kind" | "sheet" | "none" }
    | { readonly is: "column"; readonly column: ReadColumn }
  );

/** The rows to confirm: to make it, what a row is, which sheet, and one for each column that says something. */
export function rowsToConfirm(
  read: TableText,
  file: string,
  sheets: readonly string[],
  at: number,
  kind: string | undefined,
): readonly ConfirmedRow[] {
  const [made = "", rest = ""] = read.sentence.split(/;\s*(?=[^;]*$)/);
  const separator = (label: string): ConfirmedRow => ({
    ...{ label, id: label, is: "none" },
    kind: vscode.QuickPickItemKind.Separator,
  });
  const words = new Map(read.fields.map((field) => [field.name, field.words]));
  const [used, empty] = [true, false].map((isUsed) =>
    read.columns.filter(({ samples }) => samples.length > 0 === isUsed),
  );
  return [
    {
      label: vscode.l10n.t("Create {0}", made.replace(/\.$/, "")),
      detail: [capital(rest), ...read.notes].filter(Boolean).join(" "),
      iconPath: new vscode.ThemeIcon("check"),
      ...{ id: "create", is: "create" },
    },
    ...kindRow(read, kind),
    ...(sheets.length > 1
      ? [
          {
            label: vscode.l10n.t("Sheet: {0}", sheets[at] ?? file),
            description: vscode.l10n.t("one of {0}", sheets.length),
            iconPath: new vscode.ThemeIcon("files"),
            ...{ id: "sheet", is: "sheet" as const },
          },
        ]
      : []),
    separator(vscode.l10n.t("Columns")),
    ...(used ?? []).map((column) => columnRow(column, words)),
    ...(empty?.length ? [separator(vscode.l10n.t("{0} columns are empty", empty.length))] : []),
  ];
}

/** What a row is, where the table does not say it row by row. */
function kindRow(read: TableText, kind: string | undefined): readonly ConfirmedRow[] {
  const isSaid = read.columns.some(({ field, samples }) => field === "kind" && samples.length > 0);
  const one = kind ?? read.kind;
  if (isSaid || one === undefined) return [];
  return [
    {
      label: vscode.l10n.t("A row is: {0}", one === "kpi" ? "KPI" : one),
      iconPath: new vscode.ThemeIcon("list-unordered"),
      ...{ id: "kind", is: "kind" as const },
    },
  ];
}

function columnRow(column: ReadColumn, words: ReadonlyMap<string, string>): ConfirmedRow {
  const { heading, field, samples } = column;
  const becomes =
    field === undefined
      ? vscode.l10n.t("a comment")
      : field === ""
        ? vscode.l10n.t("left out")
        : (words.get(field) ?? field);
  const icon = field === undefined ? "comment" : field === "" ? "circle-slash" : "symbol-field";
  return {
    label: `${rowText(heading)} → ${becomes}`,
    description: samples.map(rowText).join(" · "),
    iconPath: new vscode.ThemeIcon(icon),
    ...{ id: `column ${heading}`, is: "column", column },
  };
}

/** A text of others on one line, and not too long for it. */
export function rowText(text: string): string {
  return iconless(text.replace(/\s+/g, " ")).slice(0, 80);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

interface PickOptions {
  readonly title: string;
  readonly placeholder?: string;
  /** The id of the row on which it opens. */
  readonly active?: string | undefined;
}

/** Lets one of some rows be chosen; nothing where the list is left. */
export function pickOf<Row extends Picked>(
  rows: readonly Row[],
  { title, placeholder, active }: PickOptions,
): Promise<Row | undefined> {
  const list = vscode.window.createQuickPick<Row>();
  list.title = title;
  list.placeholder = placeholder;
  list.items = rows;
  list.matchOnDescription = true;
  list.ignoreFocusOut = true;
  const first = rows.find(({ id }) => id === active);
  if (first !== undefined) list.activeItems = [first];
  return new Promise((chosen) => {
    list.onDidAccept(() => {
      const [row] = list.selectedItems;
      if (row === undefined) return;
      chosen(row);
      list.hide();
    });
    list.onDidHide(() => {
      chosen(undefined);
      list.dispose();
    });
    list.show();
  });
}
