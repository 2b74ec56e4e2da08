// "New Strategy from a Table…": a file is read, what its columns say is confirmed, and a strategy with all of it is shown.
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  type ReadColumn,
  type TableParams,
  type TableResult,
  type TableText,
  tableRequest,
} from "../server/protocol.ts";
import { currencyHere } from "./beginning.ts";
import { beginningCommand, beginPlan, folderHere, furtherFile, planPlace } from "./new-plan.ts";
import { askOrTell } from "./preview/asked.ts";
import type { Recovery } from "./recovery.ts";
import { type ConfirmedRow, pickOf, rowsToConfirm, rowText } from "./table-picks.ts";
import { fittest } from "./tables/fitting.ts";
import type { FileTables } from "./tables/read-rows.ts";

/** So many sheets of a workbook are tried. */
const mostSheets = 12;

export function registerFromTable(
  client: BaseLanguageClient,
  recovery: Recovery,
): vscode.Disposable {
  return beginningCommand("strategy.newFromTable", (given) =>
    fromTable(client, recovery, given instanceof vscode.Uri ? given : undefined),
  );
}

async function fromTable(
  client: BaseLanguageClient,
  recovery: Recovery,
  given: vscode.Uri | undefined,
): Promise<vscode.Uri | undefined> {
  const isFile = given !== undefined && (await isTable(given));
  const table = isFile ? given : await chooseTable(given);
  if (table === undefined) return undefined;
  const folder = isFile || given === undefined ? await folderFor(table) : given;
  if (folder === "none") return undefined;
  const name = nameOf(table);
  const [tables, own] = await Promise.all([readTable(table, name), planPlace(folder, undefined)]);
  // Where the plan has begun, the table becomes a part of it.
  const home = own.isSeparate ? folder : undefined;
  const confirmed = await confirm(name, tables, async (params) => {
    const whole = { ...params, ...(home === undefined ? {} : { folder: home.toString() }) };
    return await askOrTell<TableResult>(client, recovery, tableRequest, whole);
  });
  if (confirmed === undefined) return undefined;
  const slug = slugOf(name);
  const place = home === undefined ? own : await furtherFile(home, slug);
  const uri = await beginPlan(place, slug, confirmed.text);
  void tell(uri, confirmed);
  return uri;
}

async function isTable(uri: vscode.Uri): Promise<boolean> {
  const { type } = await vscode.workspace.fs.stat(uri);
  return (type & vscode.FileType.File) !== 0;
}

async function chooseTable(folder: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  const from = folder ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  const chosen = await vscode.window.showOpenDialog({
    ...(from === undefined ? {} : { defaultUri: from }),
    filters: {
      [vscode.l10n.t("Tables")]: ["xlsx", "csv", "tsv", "txt"],
      [vscode.l10n.t("All files")]: ["*"],
    },
    openLabel: vscode.l10n.t("Use this table"),
    title: vscode.l10n.t("A table of initiatives, objectives, KPIs or risks"),
  });
  return chosen?.[0];
}

/** Beside the table where it lies in a folder that is open, else in one that is. */
async function folderFor(table: vscode.Uri): Promise<vscode.Uri | undefined | "none"> {
  const isInside = vscode.workspace.getWorkspaceFolder(table) !== undefined;
  return isInside ? vscode.Uri.joinPath(table, "..") : await folderHere();
}

async function readTable(table: vscode.Uri, name: string): Promise<FileTables> {
  const { rowsOfFile, tooLarge } = await import("./tables/file-rows.ts");
  const large = tooLarge((await vscode.workspace.fs.stat(table)).size, name);
  if (large !== undefined) throw new Error(large);
  const bytes = await bytesOf(table, name);
  const read = await rowsOfFile(bytes, name);
  if ("refused" in read) throw new Error(read.refused);
  return read;
}

async function bytesOf(table: vscode.Uri, name: string): Promise<Uint8Array> {
  try {
    return await vscode.workspace.fs.readFile(table);
  } catch {
    throw new Error(
      vscode.l10n.t("{0} cannot be read. See whether another program holds it.", name),
    );
  }
}

type Ask = (params: TableParams) => Promise<TableResult>;

/** Shows what the columns became until that is accepted; nothing where it is given up. */
async function confirm(
  file: string,
  { sheets, decimal }: FileTables,
  ask: Ask,
): Promise<TableText | undefined> {
  const { locale } = Intl.DateTimeFormat().resolvedOptions();
  const shared = { file, currency: currencyHere(), locale, ...(decimal && { decimal }) };
  const tried = sheets.slice(0, mostSheets);
  const results: TableResult[] = [];
  for (const { rows } of tried) results.push(await ask({ ...shared, rows }));
  const best = fittest(results);
  const result = results[best];
  if (result === undefined || "refused" in result)
    throw new Error(result?.refused ?? vscode.l10n.t("There are no rows in {0}.", file));
  const names = tried.map(({ name = file }) => rowText(name));
  let wish: TableWish = { at: best, map: {} };
  let read = result;
  let last: string | undefined;
  for (;;) {
    const chosen = await pickOf(rowsToConfirm(read, file, names, wish.at, wish.kind), {
      title: titleOf(file, read),
      placeholder: vscode.l10n.t(
        "'Create' makes the strategy. Choose a column to change what it becomes.",
      ),
      active: last,
    });
    if (chosen === undefined) return undefined;
    if (chosen.is === "create") return read;
    last = chosen.id;
    const { at, ...said } = await wishAfter(chosen, wish, read, names);
    const next = await ask({ ...shared, ...said, rows: tried[at]?.rows ?? [] });
    if ("refused" in next) {
      // What was chosen leaves nothing to make: it is said, and all stays as it was chosen before.
      void vscode.window.showWarningMessage(next.refused);
    } else [wish, read] = [{ at, ...said }, next];
  }
}

/** What has been chosen so far. */
interface TableWish {
  /** The place of the sheet. */
  readonly at: number;
  readonly map: Readonly<Record<string, string>>;
  readonly kind?: string;
}

/** The same after another choice; as it was where that is given up. */
async function wishAfter(
  chosen: ConfirmedRow,
  wish: TableWish,
  read: TableText,
  names: readonly string[],
): Promise<TableWish> {
  if (chosen.is === "column")
    return { ...wish, map: { ...wish.map, ...(await fieldFor(chosen.column, read)) } };
  if (chosen.is === "kind") {
    const kind = await kindFor(read, wish.kind);
    return kind === undefined ? wish : { ...wish, kind };
  }
  const at = chosen.is === "sheet" ? await sheetFor(names, wish.at) : undefined;
  return at === undefined || at === wish.at ? wish : { ...wish, at, map: {} };
}

function titleOf(file: string, { source }: TableText): string {
  return source === undefined ? file : vscode.l10n.t("{0}, an export of {1}", file, source);
}

/** What a column becomes from now on; nothing where that stays as it is. */
async function fieldFor(
  { heading, field, samples }: ReadColumn,
  { fields }: TableText,
): Promise<Record<string, string>> {
  const named = fields
    .filter(({ name }) => name !== "note")
    .map(({ name, words }) => ({ label: words, description: name, id: name }));
  const comment = { label: vscode.l10n.t("Keep it as a comment"), id: "note" };
  const none = { label: vscode.l10n.t("Leave it out"), id: "" };
  const chosen = await pickOf([comment, none, ...named], {
    title: vscode.l10n.t("{0} becomes …", heading),
    placeholder: samples.join(" · "),
    active: field ?? "note",
  });
  return chosen === undefined ? {} : { [heading]: chosen.id };
}

async function kindFor(
  { kind }: TableText,
  asked: string | undefined,
): Promise<string | undefined> {
  const kinds = [
    { label: vscode.l10n.t("Initiative: work with a start and an end"), id: "initiative" },
    { label: vscode.l10n.t("Objective: something to be reached"), id: "objective" },
    { label: vscode.l10n.t("KPI or key result: a figure that shows it"), id: "kpi" },
    { label: vscode.l10n.t("Risk: something that could go wrong"), id: "risk" },
    { label: vscode.l10n.t("Milestone: a day to be kept"), id: "milestone" },
  ];
  const options = { title: vscode.l10n.t("What a row is"), active: asked ?? kind };
  return (await pickOf(kinds, options))?.id;
}

async function sheetFor(names: readonly string[], at: number): Promise<number | undefined> {
  const sheets = names.map((label, place) => ({ label, id: String(place) }));
  const options = { title: vscode.l10n.t("Which sheet is the plan"), active: String(at) };
  const chosen = await pickOf(sheets, options);
  return chosen === undefined ? undefined : Number(chosen.id);
}

/** What came of it; where something was not understood, a button leads to the first of it. */
async function tell(
  uri: vscode.Uri,
  { sentence, notes, text, firstKept }: TableText,
): Promise<void> {
  const says = [sentence, ...notes].join(" ");
  if (firstKept === undefined) {
    void vscode.window.showInformationMessage(says);
    return;
  }
  const show = vscode.l10n.t("Show the first comment");
  if ((await vscode.window.showInformationMessage(says, show)) !== show) return;
  const document = await vscode.workspace.openTextDocument(uri);
  const whole = document.getText().replaceAll("\r\n", "\n");
  const start = Math.max(0, whole.indexOf(text)) + firstKept;
  const line = whole.slice(0, start).split("\n").length - 1;
  const { range } = document.lineAt(Math.min(line, document.lineCount - 1));
  await vscode.window.showTextDocument(document, {
    viewColumn: vscode.ViewColumn.One,
    selection: range,
  });
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.split("/").at(-1) ?? uri.path;
}

/** A name for a file, or a folder. */
function slugOf(name: string): string {
  const words =
    name
      .replace(/\.[^.]*$/, "")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(0, 6).join("-") || "table";
}
