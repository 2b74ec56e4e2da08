// One workspace, and all that an editor asks about it → the answers, by what they answer.
import type { ClientCapabilities } from "vscode-languageserver/node";
import { before } from "../session.ts";
import { wire } from "./wire.ts";

const plan = `import corp from "corp"
import lab from "lab"

// Written by
// the strategy office.
strategy plan "Plan" { horizon: 2026..2028 }

objective growth "Growth" {
  owner: cio
  supports: corp.profit
}
initiative old "Old system" {
  supports: growth
  status: cancelled
}
initiative crm "New system" {
  supports: growth
  timeline: 2026-01..2027-06
  milestone pilot "Pilot" {
    date: 2026-06
  }
}
initiative lonely "Lonely" {
  supports: growht
}
kpi churn "Churn" {
  measures: growth
  unit: %
  baseline: 10 on 2026-01
  target: 5 by 2027-12
  actuals: "churn.csv"
}
kpi churn "Churn again" {
  measures: growth
}
risk delay "Delay" {
  threatens: crm
  status: 
}
team spare "Spare"
review r "Review" {
  date: 2026-10-01
}
`;

const files = {
  "strategy.config.json": "{}",
  "plan.strategy": plan,
  "churn.csv": "date,value\n2026-06-30,8\n",
  "corp/strategy.config.json": "{}",
  "corp/corp.strategy": 'objective profit "Profit"\n',
  "lab/strategy.config.json": "{}",
  "lab/lab.strategy": 'objective ideas "Ideas"\n',
};

/** All that a client with these abilities is told. */
export type Answers = Readonly<Record<string, unknown>>;

/** Asks everything there is to ask. */
export async function askAll(capabilities: ClientCapabilities): Promise<Answers> {
  const client = await wire({ files, capabilities });
  const uri = client.uri("plan.strategy");
  const textDocument = { uri };
  await client.open("plan.strategy", plan);
  const at = (part: string, more = 0) => {
    const { line, character } = before(plan, part);
    return { line, character: character + more };
  };
  const ask = (method: string, params: object = {}) =>
    client.ask(method, { textDocument, ...params });
  const point = (part: string, more = 0) => ({ position: at(part, more) });
  const whole = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
  const first = async (method: string, found: Promise<unknown>): Promise<unknown> => {
    const list = await found;
    return Array.isArray(list) && list.length > 0 ? ask(method, { item: list[0] }) : null;
  };
  const completion = {
    kinds: await ask("textDocument/completion", { position: { line: 45, character: 0 } }),
    choices: await ask("textDocument/completion", point("status: \n", 8)),
    names: await ask("textDocument/completion", point("growht", 2)),
    fields: await ask("textDocument/completion", point("supports: growht", 0)),
    dates: await ask("textDocument/completion", point("2026-10-01", 0)),
    texts: await ask("textDocument/completion", point("churn.csv", 2)),
  };
  const actions = await ask("textDocument/codeAction", {
    range: { start: at("growht"), end: at("growht") },
    context: { diagnostics: [] },
  });
  const everything = await ask("textDocument/codeAction", {
    range: whole,
    context: { diagnostics: [], only: ["source.fixAll"] },
  });
  const name = itemsIn(completion.names).find((one) => one.data !== undefined);
  return {
    started: client.started,
    completion,
    explained: await client.ask("completionItem/resolve", name),
    actions: { actions, everything },
    hover: await ask("textDocument/hover", point('growth "')),
    definition: await ask("textDocument/definition", point("growth\n  timeline")),
    implementation: await ask("textDocument/implementation", point('growth "')),
    references: await ask("textDocument/references", {
      ...point('growth "'),
      context: { includeDeclaration: true },
    }),
    symbols: await ask("textDocument/documentSymbol"),
    everywhere: await client.ask("workspace/symbol", { query: "" }),
    folds: await ask("textDocument/foldingRange"),
    links: await ask("textDocument/documentLink"),
    lenses: await ask("textDocument/codeLens"),
    hints: await ask("textDocument/inlayHint", { range: whole }),
    colours: {
      full: await ask("textDocument/semanticTokens/full"),
      range: await ask("textDocument/semanticTokens/range", { range: whole }),
    },
    rename: await ask("textDocument/rename", { ...point('growth "'), newName: "more" }),
    moved: await client.ask("workspace/willRenameFiles", {
      files: [{ oldUri: client.uri("churn.csv"), newUri: client.uri("data/churn.csv") }],
    }),
    pulled: await ask("textDocument/diagnostic"),
    pushed: capabilities.textDocument?.diagnostic
      ? undefined
      : await client.heard("textDocument/publishDiagnostics", (params) =>
          JSON.stringify(params).includes(uri),
        ),
    types: await first(
      "typeHierarchy/supertypes",
      ask("textDocument/prepareTypeHierarchy", point('growth "')),
    ),
    asked: client.methods(),
  };
}

interface Item {
  readonly label: string;
  readonly data?: unknown;
}

function itemsIn(list: unknown): readonly Item[] {
  if (typeof list !== "object" || list === null || !("items" in list)) return [];
  return Array.isArray(list.items) ? list.items : [];
}
