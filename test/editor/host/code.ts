// Turns the arguments that @vscode/test-electron gives to the desktop program into a test run on this host.
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { format } from "node:util";
import type { Page } from "playwright-core";
import { type Setting, session } from "./session.ts";

interface Wish {
  readonly extensions: string[];
  tests?: string;
  open?: string;
  profile?: string;
  alone: boolean;
}

// What the workbench says, kept for the case that the tests end without a result.
const said: string[] = [];

const wish = read(process.argv.slice(2));
process.exit(await session(setting(wish), (page, server) => run(page, server, wish)));

function read(words: readonly string[]): Wish {
  const wish: Wish = { extensions: [], alone: false };
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [, name, written] = /^--([\w-]+)(?:=(.*))?$/s.exec(word) ?? [];
    const value = () => written ?? rest.shift() ?? "";
    if (name === undefined) wish.open = resolve(word);
    else if (name === "extensionDevelopmentPath") wish.extensions.push(value());
    else if (name === "extensionTestsPath") wish.tests = value();
    else if (name === "user-data-dir") wish.profile = value();
    else if (name === "extensions-dir") value();
    else if (name === "folder-uri" || name === "file-uri") wish.open = fileURLToPath(value());
    else if (name === "disable-extensions") wish.alone = true;
    // All others concern the desktop window alone.
  }
  return wish;
}

/** The tests see the runner's environment, less what would turn the host into another program. */
function setting({ profile }: Wish): Setting {
  const foreign = /^(npm_|ELECTRON_|XDG_|VSCODE_(?!TEST)|HOME$|TMPDIR$)/;
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !foreign.test(name)),
  );
  const file = profile && join(profile, "User/settings.json");
  return file && existsSync(file)
    ? { env, settings: JSON.parse(readFileSync(file, "utf8")) }
    : { env };
}

async function run(
  page: Page,
  server: {
    uri(path: string): string;
    address: (open: string | undefined, payload: [string, string][]) => string;
  },
  { extensions, tests, open, alone }: Wish,
): Promise<number> {
  const { promise: ended, resolve: end } = Promise.withResolvers<number>();
  await page.exposeFunction("codeAutomationExit", (code: number, logs: readonly Log[] = []) => {
    if (code !== 0 && !hasResult()) console.error([...said, ...logs.map(tail)].join("\n"));
    end(code);
  });
  await page.exposeFunction("codeAutomationLog", (_type: string, words: unknown[]) => {
    said.push(format(...words));
  });
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) end(1); // nobody waits for the result any more
  }, 500);
  const lost = () => {
    console.error("The page of the workbench is gone.");
    end(1);
  };
  page.on("crash", lost).on("close", lost);
  const payload: [string, string][] = [["skipWelcome", "true"]];
  for (const extension of extensions)
    payload.push(["extensionDevelopmentPath", server.uri(extension)]);
  if (tests) payload.push(["extensionTestsPath", server.uri(tests)]);
  if (alone) payload.push(["disableExtensions", "true"]);
  await page.goto(server.address(open, payload), { timeout: 60_000 });
  const late = setTimeout(() => {
    console.error("The tests did not end within ten minutes.");
    end(124);
  }, 600_000);
  return ended.finally(() => {
    page.off("crash", lost).off("close", lost);
    clearInterval(watch);
    clearTimeout(late);
  });
}

/** A log of the workbench or of the extension host, given when the tests have ended. */
interface Log {
  readonly relativePath: string;
  readonly contents: string;
}

function tail({ relativePath, contents }: Log): string {
  return `── ${relativePath}\n${contents.split("\n").slice(-40).join("\n")}`;
}

/** Whether the tests have told what came of them: then a failure needs no logs. */
function hasResult(): boolean {
  const file = process.env.STRATEGY_TEST_RESULT;
  return file !== undefined && existsSync(file);
}
