// The sources as they lie → the invariants of docs/architecture.md that they break, which is none.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { expect, test } from "vitest";
import { parseAst } from "vitest/node";

interface Import {
  readonly of: string;
  /** The file it names, or the package. */
  readonly from: string;
  readonly typeOnly: boolean;
}

const rooms = ["grammar", "server", "client", "scripts", "test"];
const sources = rooms.flatMap(filesIn).filter((file) => /\.[mc]?tsx?$/.test(file));
const texts = new Map(sources.map((file) => [file, readFileSync(file, "utf8")]));
const imports = sources.flatMap(importsOf);
const core = sources.filter(
  (file) => /^(grammar|server)\//.test(file) && !isHost(file) && !isServe(file),
);

test("imports run one way", () => {
  const order = "grammar core rules diagnosis views cursor features serve hosts".split(" ");
  const wrong = imports.filter(({ of, from, typeOnly }) => {
    const [a, b] = [stage(of), stage(from)];
    if (a === undefined || b === undefined) return false;
    // The protocol names the data of the views: it has their shapes, and none of their code.
    if (of === "server/protocol.ts" && typeOnly) return false;
    return order.indexOf(b) > order.indexOf(a);
  });
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

test("the client knows the server's protocol only, and the shapes of its views", () => {
  const wrong = imports.filter(({ of, from, typeOnly }) => {
    if (!of.startsWith("client/") || of.startsWith("client/cli/")) return false;
    if (!/^(grammar|server)\//.test(from) || from === "server/protocol.ts") return false;
    return !(typeOnly && from.startsWith("server/views/"));
  });
  expect(wrong.map(shown)).toEqual([]);
});

test("each package stays in its rooms", () => {
  const may = (file: string, from: string) => {
    if (/^(test|scripts)\//.test(file)) return true;
    if (from === "chevrotain") return file.startsWith("grammar/");
    if (from === "vscode") return /^client\/(?!cli\/|drawings\/)/.test(file);
    if (from.startsWith("node:")) return isHost(file) || file.startsWith("client/cli/");
    if (from === "vscode-languageclient") return /^client\/(?!cli\/|drawings\/)/.test(file);
    if (from === "vscode-languageserver") return isServe(file) || isHost(file);
    return true;
  };
  const wrong = imports.filter(
    ({ of, from }) => !may(of, from.replace(/^(vscode-[a-z]+)\/.*/, "$1")),
  );
  expect(wrong.map(shown)).toEqual([]);
});

test("nothing imports in a circle", () => {
  const next = Map.groupBy(
    imports.filter(({ typeOnly }) => !typeOnly),
    ({ of }) => of,
  );
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
  const wrong = [...texts].flatMap(([file, text]) => {
    if (!file.startsWith("server/") || file === "server/words/markdown.ts") return [];
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

test("files are named for what they hold, in kebab-case", () => {
  const vague = /(^|\/)(utils?|common|types?|constants?|helpers?|misc|shared)(\/|\.|$)/;
  const plain = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*$/;
  const wrong = sources.filter(
    (file) => vague.test(file) || file.split("/").some((part) => !plain.test(part)),
  );
  expect(wrong).toEqual([]);
});

test("files are short and open with a sentence", () => {
  const wrong = sources.flatMap((file) => {
    const lines = (texts.get(file) ?? "")
      .replace(/^#!.*\n/, "")
      .trimEnd()
      .split("\n");
    const most = /^server\/(main|web)\.ts$/.test(file) ? 40 : 350;
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
    filesIn(room)
      .filter((file) => file.endsWith(end))
      .map((file) => posix.basename(file, end))
      .filter((name) => !(room === "server/rules" && ["rule", "index"].includes(name)))
      .toSorted();
  const rules = names("server/rules", ".ts");
  const index = existsSync("server/rules/index.ts")
    ? readFileSync("server/rules/index.ts", "utf8")
    : "";
  const listed = [...index.matchAll(/from "\.\/([a-z0-9-]+)\.ts"/g)]
    .map((match) => match[1] ?? "")
    .filter((name) => name !== "rule");
  if (index !== "") expect(listed.toSorted()).toEqual(rules);
  if (existsSync("docs/rules")) expect(names("docs/rules", ".md")).toEqual(rules);
  if (existsSync("test/rules")) expect(names("test/rules", ".strategy")).toEqual(rules);
});

// Arguments lie on the stack: a list of a hundred thousand, spread into them, ends the program.
test("no list that may be long is spread into arguments", () => {
  const short = new Map([
    ["...of", "the words of a choice"],
    ["...numeric", "the types that are numbers"],
    ["...all", "what the server can do"],
    ["...registerCommands(client, output, recovery)", "the commands of the extension"],
    ["...registerPages(context.extensionUri)", "the parts of the pages"],
    ["...registerPreview(context, client, recovery)", "the parts of the preview"],
    ["...refused", "the code and the sentence of a refusal"],
    ["...plainly(text)", "the lines of a fault of use"],
    ["...error.more", "the lines of a fault of use"],
    ['...stack.split("\\n")', "the lines of a stack, of which there are ten"],
    ["...pageNames().map((id) => id.length)", "the rules and faults"],
    ["...rows.map(({ all }) => String(all.length).length)", "the rules and faults that speak"],
    ["...rows.map(({ one }) => one.severity.length)", "the rules and faults that speak"],
  ]);
  const inProduct = sources.filter((file) => /^(grammar|server|client)\//.test(file));
  const wrong = inProduct.flatMap((file) =>
    spreads(file)
      .filter((text) => !short.has(text))
      .map((text) => `${file} passes ${text}`),
  );
  expect(wrong).toEqual([]);
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

/** The stage of the way of the data that a file of the grammar or the server belongs to. */
function stage(file: string): string | undefined {
  if (file.startsWith("grammar/")) return "grammar";
  const room = /^server\/(rules|diagnosis|views|cursor|features)\//.exec(file)?.[1];
  if (room !== undefined) return room;
  if (isServe(file)) return "serve";
  if (isHost(file)) return "hosts";
  return file.startsWith("server/") ? "core" : undefined;
}

function isServe(file: string): boolean {
  return file === "server/serve.ts" || file.startsWith("server/serve/");
}

function isHost(file: string): boolean {
  return /^server\/(?:(?:main|web)\.ts$|project\/disk\/)/.test(file);
}

function filesIn(room: string): readonly string[] {
  if (!existsSync(room)) return [];
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
