// The sources as they lie → the invariants of docs/architecture.md that they break, which is none.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { expect, test } from "vitest";
import { parseAst } from "vitest/node";
import { roomOf, rooms } from "./rooms.ts";

interface Import {
  readonly of: string;
  /** The file it names, or the package. */
  readonly from: string;
  readonly typeOnly: boolean;
}

const tops = ["grammar", "server", "client", "scripts", "test"];
const sources = tops.flatMap(filesIn).filter((file) => /\.[mc]?tsx?$/.test(file));
const texts = new Map(sources.map((file) => [file, readFileSync(file, "utf8")]));
const imports = sources.flatMap(importsOf);
const core = sources.filter((file) => roomOf(file)?.pure);

/** A path that this test speaks of, which must be there. */
function there(path: string): string {
  if (!existsSync(path)) throw new Error(`There is no ${path}: this test speaks of it in vain.`);
  return path;
}

test("each room is there, and each file lies in one", () => {
  for (const { at } of rooms) there(at);
  expect(sources.filter((file) => roomOf(file) === undefined)).toEqual([]);
});

test("the page of the architecture has the rooms in their order, and names nothing that is not there", () => {
  const page = readFileSync(there("docs/architecture.md"), "utf8");
  const isRoom = (path: string) => rooms.some(({ at }) => at === path);
  const cells = [...page.matchAll(/^\| (`.*?) \|/gm)].map(([, cell = ""]) => namesIn(cell));
  const heads = cells.map(([first = ""]) => first.replace(/\/$/, ""));
  expect(heads.filter(isRoom)).toEqual(rooms.map(({ at }) => at));
  const named = [...cells.flatMap(inFolder), ...namesIn(page).filter((name) => name.includes("/"))];
  const paths = named.filter((name) => /^(?:grammar|server|client|scripts|test|docs)\//.test(name));
  expect(paths.length).toBeGreaterThan(60);
  expect(paths.filter((path) => !path.includes("<") && !existsSync(path))).toEqual([]);
});

test("imports run one way, through the rooms", () => {
  const rank = (file: string) => rooms.findIndex(({ at }) => at === roomOf(file)?.at);
  const wrong = imports.filter(({ of, from }) => texts.has(from) && rank(from) > rank(of));
  expect(wrong.map(shown)).toEqual([]);
});

test("rules import no rules, features no features", () => {
  const wrong = imports.filter(({ of, from }) => {
    const alike = /^server\/(rules|features)\//.exec(of)?.[0];
    if (alike === undefined || !from.startsWith(alike) || of.endsWith("/index.ts")) return false;
    return !/\/(rule|feature)\.ts$/.test(from);
  });
  expect(wrong.map(shown)).toEqual([]);
});

test("the client knows the server's protocol only, the shapes of its views and gestures, how changes are applied, figures said and texts tamed", () => {
  const protocol = [there("server/protocol.ts"), there("server/gesture-schema.ts")];
  const isShape = (file: string) =>
    /^server\/(?:gestures|tables|views)\/(?:.+\/)?shape\.ts$/.test(file);
  // In what is exported, and in the cards of the tree, texts of others are as harmless as in what the server says.
  const harmless = [
    there("server/words/disarmed.ts"),
    there("server/words/markdown.ts"),
    there("server/words/tamed.ts"),
    there("server/words/visible.ts"),
  ];
  // What is kept by both is read by both in the same way.
  const shared = [
    there("server/views/sheet.ts"),
    there("server/views/amounts.ts"),
    there("server/views/roadmap/heading.ts"),
    there("server/views/roadmap/sums.ts"),
  ];
  const wrong = imports.filter(({ of, from, typeOnly }) => {
    // What the protocol imports goes into the client too.
    if (!protocol.includes(of) && (!of.startsWith("client/") || of.startsWith("client/cli/")))
      return false;
    if (!/^(grammar|server)\//.test(from) || protocol.includes(from)) return false;
    if (shared.includes(from)) return false;
    if (/^client\/(?:exports|tree)\//.test(of) && harmless.includes(from)) return false;
    return !(typeOnly && isShape(from));
  });
  expect(wrong.map(shown)).toEqual([]);
  // With what is shared nothing else of the server comes into the client.
  const more = imports.filter(
    ({ of, from, typeOnly }) =>
      [...shared, ...harmless].includes(of) &&
      texts.has(from) &&
      !typeOnly &&
      ![...shared, ...harmless].includes(from),
  );
  expect(more.map(shown)).toEqual([]);
});

test("each package stays in its rooms, and each room needs its packages", () => {
  const packageIn = (from: string) => /^(?:@[^/]+\/)?[^/:]+:?/.exec(from)?.[0] ?? "";
  const ours = imports.filter(({ from }) => !from.startsWith(".") && !existsSync(from));
  const wrong = ours.filter(({ of, from }) => {
    const { packages = [] } = roomOf(of) ?? {};
    return !packages.includes("*") && !packages.includes(packageIn(from));
  });
  expect(wrong.map(shown)).toEqual([]);
  const unused = rooms.flatMap((room) => {
    const used = new Set(
      ours.filter(({ of }) => roomOf(of) === room).map((one) => packageIn(one.from)),
    );
    const idle = room.packages.filter((name) => name !== "*" && !used.has(name));
    return idle.map((name) => `${room.at} does not import ${name}`);
  });
  expect(unused).toEqual([]);
});

test("what is pure compiles without Node and the browser", () => {
  const { exclude } = JSON.parse(
    readFileSync("tsconfig.core.json", "utf8").replaceAll(/^\s*\/\/.*$/gm, ""),
  );
  const inServer = rooms.filter(({ at, pure }) => at.startsWith("server/") && !pure);
  expect(exclude.toSorted()).toEqual(inServer.map(({ at }) => at).toSorted());
});

test("nothing imports in a circle, not even types", () => {
  const next = Map.groupBy(imports, ({ of }) => of);
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) circles.push([...path.slice(start), file].join(" → "));
    if (start >= 0 || done.has(file)) return;
    for (const { from } of next.get(file) ?? []) visit(from, [...path, file]);
    done.add(file);
  };
  for (const file of sources) visit(file, []);
  expect(circles).toEqual([]);
});

test("the core keeps no state and no clock", () => {
  const wrong = core.flatMap((file) =>
    (texts.get(file) ?? "").split("\n").flatMap((text, index) => {
      const state = /^(export )?(let|var) /.test(text);
      const clock =
        /\bDate\.now\(|\bnew Date\(\)|\bTemporal\.Now\b|\bperformance\.now|\bMath\.random/;
      return state || clock.test(text) ? [`${file}:${index + 1}: ${text.trim()}`] : [];
    }),
  );
  expect(wrong).toEqual([]);
});

test("Markdown comes from one place, and only words of the tool itself go into it unread", () => {
  const markdown = there("server/words/markdown.ts");
  const wrong = [...texts].flatMap(([file, text]) => {
    if (!/^(?:server|client\/exports|client\/tree)\//.test(file) || file === markdown) return [];
    // The tag takes texts as they are; a plain template with marks in it would take them for marks.
    const loose = [...text.matchAll(/(?<![\w.])`[^`]*(?:\*\*\$\{|\\`\$\{)/g)].map(([all]) => all);
    const ours = [...text.matchAll(/\bours\(([^\n]*)/g)]
      .map(([, words = ""]) => words)
      .filter(
        (words) => !/^(?:"|\[`Takes|(?:[a-z]+\.)?doc\b|(?:capital\()?rule\.says)/.test(words),
      );
    return [...loose, ...ours].map((found) => `${file}: ${found.slice(0, 80)}`);
  });
  expect(wrong).toEqual([]);
});

test("each name that is exported means one thing", () => {
  const exported = sources
    .filter((file) => !/^(?:test|scripts)\//.test(file) && !file.endsWith(".d.ts"))
    .flatMap((file) => exportsOf(file).map((name) => ({ name, file })));
  // VS Code calls the extension by these, on a desktop and in a browser.
  const called = ["value activate", "value deactivate"];
  const many = [...Map.groupBy(exported, ({ name }) => name)].filter(([, all]) => all.length > 1);
  const wrong = many.filter(([name]) => !called.includes(name));
  expect(wrong.map(([name, all]) => `${name}: ${all.map(({ file }) => file).join(", ")}`)).toEqual(
    [],
  );
  expect(many.map(([name]) => name)).toEqual(expect.arrayContaining(called));
});

test("files are named for what they hold, in kebab-case", () => {
  const vague = /(^|\/)(utils?|common|types?|constants?|helpers?|misc|shared)(\/|\.|$)/;
  const plain = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*$/;
  const wrong = sources.filter(
    (file) => vague.test(file) || file.split("/").some((part) => !plain.test(part)),
  );
  expect(wrong).toEqual([]);
});

test("files are short and open with a sentence", () => {
  const hosts = [there("server/main.ts"), there("server/web.ts")];
  const wrong = sources.flatMap((file) => {
    const lines = (texts.get(file) ?? "")
      .replace(/^#!.*\n/, "")
      .trimEnd()
      .split("\n");
    const most = hosts.includes(file) ? 40 : 350;
    const opening = lines
      .slice(
        0,
        lines.findIndex((text) => !text.startsWith("//")),
      )
      .join(" ");
    return [
      ...(lines.length > most ? [`${file} has ${lines.length} lines, over ${most}`] : []),
      ...(/^\/\/ \S.*[.:]/.test(opening) || /\.test\.tsx?$/.test(file)
        ? []
        : [`${file} does not open with a sentence`]),
    ];
  });
  expect(wrong).toEqual([]);
});

test("a rule is its code, its page, its fixture and its line in the index", () => {
  const names = (room: string, end: string) =>
    filesIn(there(room))
      .filter((file) => file.endsWith(end))
      .map((file) => posix.basename(file, end))
      .filter((name) => !(room === "server/rules" && ["rule", "index"].includes(name)))
      .toSorted();
  const rules = names("server/rules", ".ts");
  const index = texts.get(there("server/rules/index.ts")) ?? "";
  const listed = [...index.matchAll(/from "\.\/([a-z0-9-]+)\.ts"/g)]
    .map((match) => match[1] ?? "")
    .filter((name) => name !== "rule");
  expect(listed.toSorted()).toEqual(rules);
  expect(names("docs/rules", ".md")).toEqual(rules);
  expect(names("test/rules", ".strategy")).toEqual(rules);
});

// Arguments lie on the stack: a list of a hundred thousand, spread into them, ends the program.
test("no list that may be long is spread into arguments", () => {
  const short = new Map([
    ["...of", "the words of a choice"],
    ["...numeric", "the types that are numbers"],
    [
      "...registerParts({ context, client, recovery, output, writing })",
      "the parts of the extension",
    ],
    ["...refused", "the code and the sentence of a refusal"],
    ["...plainly(text)", "the lines of a fault of use"],
    ["...error.more", "the lines of a fault of use"],
    ['...stack.split("\\n")', "the lines of a stack, of which there are ten"],
    ["...pageNames().map((id) => id.length)", "the rules and faults"],
    ["...rows.map(({ all }) => String(all.length).length)", "the rules and faults that speak"],
    ["...rows.map(({ one }) => one.severity.length)", "the rules and faults that speak"],
  ]);
  const inProduct = sources.filter((file) => /^(grammar|server|client)\//.test(file));
  const all = inProduct.flatMap((file) => spreads(file).map((text) => ({ file, text })));
  const wrong = all.filter(({ text }) => !short.has(text));
  expect(wrong.map(({ file, text }) => `${file} passes ${text}`)).toEqual([]);
  const passed = new Set(all.map(({ text }) => text));
  expect([...short.keys()].filter((text) => !passed.has(text))).toEqual([]);
});

/** The lists that a file spreads into the arguments of a call, as they are written. */
function spreads(file: string): readonly string[] {
  const text = texts.get(file) ?? "";
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    if (Array.isArray(node)) for (const one of node) visit(one);
    else {
      const { type, arguments: given } = { type: undefined, arguments: [], ...node };
      if (type === "CallExpression" || type === "NewExpression")
        for (const one of given as readonly { type: string; start: number; end: number }[])
          if (one.type === "SpreadElement") found.push(text.slice(one.start, one.end));
      for (const one of Object.values(node)) visit(one);
    }
  };
  visit(parseAst(text, { lang: file.endsWith("x") ? "tsx" : "ts" }));
  return found;
}

/** What a file declares and exports, each once: a type and a value may share a name, as a class does. */
function exportsOf(file: string): readonly string[] {
  const declared =
    /^export (?:declare |abstract |async )*(interface|type|function\*?|const|let|class) (\w+)/gm;
  const found = [...(texts.get(file) ?? "").matchAll(declared)];
  const names = found.map(([, word = "", name]) => {
    return `${/^(?:interface|type)$/.test(word) ? "type" : "value"} ${name}`;
  });
  return [...new Set(names)];
}

/** What stands in backticks in a text. */
function namesIn(text: string): readonly string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)].map(([, name = ""]) => name);
}

/** The paths of a cell: those behind the first lie in its folder. */
function inFolder([first = "", ...others]: readonly string[]): readonly string[] {
  return [first, ...others.map((name) => posix.join(posix.dirname(first), name))];
}

function filesIn(room: string): readonly string[] {
  return readdirSync(room, { withFileTypes: true })
    .filter(({ name }) => !/^(node_modules|dist|\..*|shots)$/.test(name))
    .flatMap((entry) => {
      const path = posix.join(room, entry.name);
      return entry.isDirectory() ? filesIn(path) : [path];
    })
    .toSorted();
}

function importsOf(of: string): readonly Import[] {
  const text = texts.get(of) ?? "";
  const found = [
    ...text.matchAll(/^(?:import|export)\s+(?<type>type\s)?[^;'"`]*?\bfrom\s*"(?<from>[^"\n]+)"/gm),
    ...text.matchAll(/^import\s*"(?<from>[^"\n]+)"/gm),
    ...text.matchAll(/\bimport\(\s*"(?<from>[^"\n]+)"\s*\)/g),
  ];
  return found.map(({ groups }) => {
    const name = groups?.from ?? "";
    const from = name.startsWith(".") ? posix.join(posix.dirname(of), name) : name;
    return { of, from, typeOnly: groups?.type !== undefined };
  });
}

function shown({ of, from }: Import): string {
  return `${of} imports ${from}`;
}
