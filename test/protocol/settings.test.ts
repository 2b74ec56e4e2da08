// What an editor's user has switched off → hints and lenses that are not there, in that document, at once.
import { expect, test } from "vitest";
import type { ClientCapabilities, CodeLens, InlayHint } from "vscode-languageserver/node";
import { type Wire, type WireOptions, wire } from "./wire.ts";

const text = `objective growth "Sell more"
initiative shop "Web shop" {
  supports: growth
  timeline: 2027-01 .. 2027-03
}
initiative app "App" {
  supports: growth
  timeline: after shop for 3 months
}
kpi visits "Visits" {
  measures: growth
  unit: %
  baseline: 0 on 2026-01
  target: 100 by 2027-06
  actual: 40 on 2026-10
}
`;

/** What each kind of hint and lens shows of that text, by what it says. */
const shows = {
  hints: {
    titles: /^Sell more$/,
    dates: /^1 Apr 2027/,
    attainment: /of the planned rise$/,
    slack: /^on the critical path$/,
  },
  lenses: { objectives: /^2 initiatives/, initiatives: /^supports 1 objective/ },
} as const;

const all = Object.values(shows).flatMap((words) => Object.keys(words));

const asks: ClientCapabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true },
  },
};

async function opened(options: WireOptions): Promise<Wire> {
  const client = await wire(options);
  await client.open("a.strategy", text);
  await client.open("b.strategy", text.replaceAll(/\b(growth|shop|app|visits)\b/g, "$1-b"));
  return client;
}

/** The kinds of which something is shown in a document. */
async function shown(client: Wire, file = "a.strategy"): Promise<readonly string[]> {
  const textDocument = { uri: client.uri(file) };
  const range = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };
  const hints = (await client.ask("textDocument/inlayHint", {
    textDocument,
    range,
  })) as InlayHint[];
  const lenses = (await client.ask("textDocument/codeLens", { textDocument })) as CodeLens[];
  const said = {
    hints: hints.map(({ label }) => `${label}`),
    lenses: lenses.map(({ command }) => command?.title ?? ""),
  };
  return (["hints", "lenses"] as const).flatMap((group) =>
    Object.entries(shows[group]).flatMap(([kind, word]) =>
      said[group].some((one) => word.test(one)) ? [kind] : [],
    ),
  );
}

test("all is shown where nothing is set, and where nobody can be asked", async () => {
  for (const reply of [null, [null], [{}], [{ hints: null, lenses: 5 }], "no"])
    expect(await shown(await opened({ capabilities: asks, reply: () => reply }))).toEqual(all);
  expect(await shown(await opened({}))).toEqual(all);
});

test.each(all)(
  "of %s nothing is shown once they are switched off, and all else is",
  async (kind) => {
    const group = kind in shows.hints ? "hints" : "lenses";
    const reply = () => [{ [group]: { [kind]: false } }];
    const client = await opened({ capabilities: asks, reply });
    expect(await shown(client)).toEqual(all.filter((one) => one !== kind));
  },
);

test("each document has the settings of its folder, and is asked about once", async () => {
  const reply = (method: string, params: unknown) => {
    const isFirst = JSON.stringify(params).includes("a.strategy");
    return method === "workspace/configuration" ? [{ hints: { titles: !isFirst } }] : null;
  };
  const client = await opened({ capabilities: asks, reply });
  expect(await shown(client, "a.strategy")).not.toContain("titles");
  expect(await shown(client, "b.strategy")).toContain("titles");
  await shown(client, "a.strategy");
  const count = client.methods().filter((one) => one === "workspace/configuration").length;
  expect(count).toBe(2);
});

test("a change is heard: the editor is to ask again, and gets what is set now", async () => {
  let titles = true;
  const reply = (method: string) =>
    method === "workspace/configuration" ? [{ hints: { titles } }] : null;
  const client = await opened({ capabilities: asks, reply });
  await client.heard("client/registerCapability", (params) =>
    JSON.stringify(params).includes("workspace/didChangeConfiguration"),
  );
  expect(await shown(client)).toEqual(all);
  titles = false;
  await client.tell("workspace/didChangeConfiguration", { settings: null });
  await client.heard("workspace/inlayHint/refresh");
  await client.heard("workspace/codeLens/refresh");
  expect(await shown(client)).not.toContain("titles");
});

test("an editor that cannot be asked tells its settings by itself", async () => {
  const client = await opened({});
  const set = (strategy: unknown) =>
    client.tell("workspace/didChangeConfiguration", { settings: { strategy } });
  await set({ lenses: { objectives: false } });
  expect(await shown(client)).toEqual(all.filter((one) => one !== "objectives"));
  await set({});
  expect(await shown(client)).toEqual(all);
});

test("an editor that does not say what is set gets everything after a while, and what is set once it says it", async () => {
  let say: (settings: unknown) => void = () => {};
  const settings = new Promise((resolve) => {
    say = resolve;
  });
  const reply = (method: string) => (method === "workspace/configuration" ? settings : null);
  const client = await opened({ capabilities: asks, reply });
  expect(await shown(client)).toEqual(all);
  say([{ hints: { slack: false } }]);
  await client.heard("workspace/inlayHint/refresh");
  expect(await shown(client)).not.toContain("slack");
});

test("an editor that fails to say it gets everything", async () => {
  const reply = (method: string) => {
    if (method === "workspace/configuration") throw new Error("There are no settings.");
    return null;
  };
  expect(await shown(await opened({ capabilities: asks, reply }))).toEqual(all);
});
