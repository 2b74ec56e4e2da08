// What the extension offers in its package.json → plain words, where they belong, and nothing for programmers alone.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { allShown } from "../server/serve/settings.ts";

interface Command {
  readonly command: string;
  readonly category?: string;
  readonly title: string;
}

interface Entry {
  readonly command: string;
  readonly when?: string;
}

interface Setting {
  readonly type: string;
  readonly scope?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly default: unknown;
}

interface Offers {
  readonly commands: readonly Command[];
  readonly menus: Readonly<Record<string, readonly Entry[]>>;
  readonly keybindings: readonly Entry[];
  readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
}

const { contributes: offers }: { readonly contributes: Offers } = JSON.parse(
  readFileSync("package.json", "utf8"),
);

/** Words that mean something to programmers alone. */
const jargon =
  /\b(?:server|client|lsp|language server|protocol|invalid|token|parse\w*|syntax|diagnostic\w*|debug|trace|node|json|file type|boolean|string|null|undefined|stdout|api|uri|webview|panel)\b/i;

const settings = Object.entries(offers.configuration.properties);
const menus = Object.entries(offers.menus);

test("every command has a title of plain words, under one heading, and no two have the same", () => {
  const titles = offers.commands.map(({ title }) => title);
  expect(titles.filter((title) => jargon.test(title))).toEqual([]);
  expect(titles.filter((title) => !/^[A-Z][^.]*$/.test(title))).toEqual([]);
  expect(new Set(titles).size).toBe(titles.length);
  expect(offers.commands.filter(({ category }) => category !== "Strategy")).toEqual([]);
});

test("every setting says in a sentence of plain words what it does, and so does each of its choices", () => {
  for (const [name, one] of settings) {
    for (const says of [one.description ?? "", ...(one.enumDescriptions ?? [])]) {
      expect(says, name).toMatch(/^[A-Z][^.]*.*\.$/);
      expect(jargon.exec(says)?.[0], `${name}: ${says}`).toBeUndefined();
    }
    expect(one.scope, name).toMatch(/^(?:resource|window|machine-overridable)$/);
    if (one.enum === undefined) continue;
    expect(one.enum, name).toContain(one.default);
    if (one.enumDescriptions !== undefined)
      expect(one.enumDescriptions, name).toHaveLength(one.enum.length);
  }
});

test("each kind of hint and lens has a setting, which is as it is where nothing is set", () => {
  const known = Object.entries(allShown).flatMap(([group, kinds]) =>
    Object.entries(kinds).map(([kind, isOn]) => [`strategy.${group}.${kind}`, isOn]),
  );
  const set = settings.filter(([name]) => /^strategy\.(?:hints|lenses)\./.test(name));
  expect(set.map(([name, one]) => [name, one.default])).toEqual(known);
});

/** What a menu entry waits for: a strategy in some form, or one of our own views. */
const ofStrategies =
  /^(?:false|strategy\.\w+|(?:editorLangId|resourceLangId) == strategy|(?:view|focusedView) == strategy\.tree|config\.strategy\.\S+ != off)$/;

/** Whether a condition never holds where there is no strategy: of its alternatives none does. */
function isLimited(when = ""): boolean {
  return when
    .split(" || ")
    .every((one) => one.split(" && ").some((part) => ofStrategies.test(part)));
}

test("menus show what has to do with strategies where there is one, and ways to begin elsewhere", () => {
  const elsewhere = menus
    .filter(([menu]) => menu !== "commandPalette")
    .flatMap(([menu, entries]) =>
      entries.filter(({ when }) => !isLimited(when)).map(({ command }) => `${menu}: ${command}`),
    );
  expect(elsewhere).toEqual([
    "file/newFile: strategy.new",
    "explorer/context: strategy.new",
    "explorer/context: strategy.newFromTable",
  ]);
  expect(offers.keybindings.filter(({ when }) => !isLimited(when))).toEqual([]);
});

test("without a strategy the palette offers to begin one, to look at one and to be led there, and nothing else", () => {
  const palette = offers.menus.commandPalette ?? [];
  const limited = new Set(
    palette.filter(({ when }) => isLimited(when)).map(({ command }) => command),
  );
  const always = offers.commands.map(({ command }) => command).filter((one) => !limited.has(one));
  expect(always).toEqual([
    "strategy.new",
    "strategy.newFromTable",
    "strategy.openPreview",
    "strategy.firstSteps",
  ]);
});

test("what mends the extension itself is offered only where it is ailing, or watched", () => {
  for (const command of ["strategy.showOutput", "strategy.restartServer"]) {
    const when = "strategy.ailing || config.strategy.trace.server != off";
    expect(offers.menus.commandPalette).toContainEqual({ command, when });
    const others = menus.filter(([menu]) => menu !== "commandPalette");
    expect(others.flatMap(([, entries]) => entries.map((one) => one.command))).not.toContain(
      command,
    );
  }
});

test("menus and keys name commands that there are", () => {
  const known = offers.commands.map(({ command }) => command);
  const named = [...menus.flatMap(([, entries]) => entries), ...offers.keybindings];
  expect(named.map(({ command }) => command).filter((one) => !known.includes(one))).toEqual([]);
});
