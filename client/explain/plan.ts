// The kind of finding that a page is about → what of it is in the plan right now, with the ways to mend it.
import * as vscode from "vscode";
import type { BaseLanguageClient, CodeAction } from "vscode-languageclient";
import { type Recovery, sentenceOf } from "../recovery.ts";
import type { Explained } from "./catalogue.ts";
import { allFound, type Found, kindsFound, severityName, severityWord } from "./findings.ts";
import { waysToMend } from "./mending.ts";
import type { PageHead, PlanFound } from "./messages.ts";

/** A finding in the plan, and how it can be mended; undefined until that is known. */
export interface Planned {
  readonly found: Found;
  readonly ways?: readonly CodeAction[];
}

/** So many are listed; the others stand among the problems. */
const mostListed = 10;

/** The findings of a kind by their ids, those first that are listed, and how many there are. */
export function plannedOf(code: string): {
  readonly listed: ReadonlyMap<string, Planned>;
  readonly count: number;
} {
  const all = allFound().filter((one) => one.code === code);
  const worstFirst = all.toSorted((a, b) => a.diagnostic.severity - b.diagnostic.severity);
  const listed = worstFirst.slice(0, mostListed).map((found, index): [string, Planned] => {
    const { uri, diagnostic } = found;
    const { line, character } = diagnostic.range.start;
    return [`${index} ${uri} ${line}:${character} ${diagnostic.message}`, { found }];
  });
  return { listed: new Map(listed), count: all.length };
}

/** The same with the ways to mend each. */
export async function withWays(
  client: BaseLanguageClient,
  listed: ReadonlyMap<string, Planned>,
): Promise<ReadonlyMap<string, Planned>> {
  const all = [...listed].map(async ([id, { found }]): Promise<[string, Planned]> => {
    const ways = await waysToMend(client, found).catch(() => []);
    return [id, { found, ways }];
  });
  return new Map(await Promise.all(all));
}

/** In the words that the page shows. */
export function planInWords(
  listed: ReadonlyMap<string, Planned>,
  count: number,
  recovery: Recovery,
): PlanFound {
  const ailment = recovery.ailment();
  const findings = [...listed].map(([id, { found, ways = [] }]) => {
    const { uri, diagnostic } = found;
    const severity = severityName(diagnostic);
    const file = vscode.workspace.asRelativePath(uri);
    const [first, ...others] = ways;
    return {
      ...{ id, severity, severityWord: severityWord(severity), message: diagnostic.message },
      place: vscode.l10n.t("{0}, line {1}", file, diagnostic.range.start.line + 1),
      ...(first === undefined ? {} : { fix: first.title }),
      hasMore: others.length > 0,
    };
  });
  const sentence =
    count === 0
      ? vscode.l10n.t("Nothing of this kind is found in your plan.")
      : count === 1
        ? vscode.l10n.t("Found once.")
        : vscode.l10n.t("Found {0} times.", count);
  return {
    sentence: ailment === undefined ? sentence : sentenceOf(ailment),
    isClear: ailment === undefined && count === 0,
    findings: ailment === undefined ? findings : [],
    ...(count > findings.length && ailment === undefined
      ? { all: vscode.l10n.t("Show all {0} among the problems", count) }
      : {}),
  };
}

/** What stands over a page about a finding: its weight is that which it has in the plan. */
export function headOfPage({ code, title, group, severity }: Explained): PageHead {
  const [here] = kindsFound(allFound().filter((one) => one.code === code));
  const own = here?.severity ?? (severity === "off" ? "hint" : severity);
  const isOff = here === undefined && severity === "off";
  const word = isOff ? vscode.l10n.t("Off until you switch it on") : severityWord(own);
  return { title, code, group, severity: own, severityWord: word };
}
