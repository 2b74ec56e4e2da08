// Finds a Chromium that starts on this machine: the one named by $CHROMIUM, an installed one, else the one from npm.
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { type BrowserContext, chromium } from "playwright-core";

/** What it takes to start one browser. */
export interface Browser {
  readonly path: string;
  readonly env: Record<string, string>;
}

const installed = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

// Headless and silent: no look-ups, no updates, and nothing outside this machine is reachable.
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-dev-shm-usage",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
];

/** The first browser that really shows a page. Throws with what was tried where none does. */
export async function findBrowser(): Promise<Browser> {
  const tried: string[] = [];
  for await (const browser of candidates()) {
    const fault = await tryOut(browser);
    if (fault === undefined) return browser;
    tried.push(`${browser.path}: ${fault}`);
  }
  throw new Error(
    `No Chromium starts on this machine. Set CHROMIUM to the path of one.\n${tried.join("\n")}`,
  );
}

/** Opens the browser with a fresh profile in `folder`. */
export function openBrowser(
  browser: Browser,
  folder: string,
  deviceScaleFactor = 1,
): Promise<BrowserContext> {
  rmSync(folder, { recursive: true, force: true });
  return chromium.launchPersistentContext(folder, {
    executablePath: browser.path,
    env: { ...inherited(), ...browser.env },
    headless: true,
    viewport: { width: 1600, height: 1000 },
    deviceScaleFactor,
    args: flags,
    timeout: 60_000,
    // The runners end the browser themselves, so that a server is never left behind.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

// Not a literal in `import`, so that the types hold where the host is not installed yet.
const packed: string = "@sparticuz/chromium";

interface Packed {
  readonly inflate: (file: string) => Promise<string>;
}

async function* candidates(): AsyncGenerator<Browser> {
  const named = process.env.CHROMIUM;
  if (named) yield { path: named, env: {} };
  for (const name of installed) {
    const path = onPath(name);
    if (path) yield { path, env: {} };
  }
  const folder = await unpack();
  const path = join(folder, "chromium");
  yield { path, env: fonts(folder) };
  // It needs libnss3; the package brings one along for machines that have none.
  yield { path, env: { ...fonts(folder), LD_LIBRARY_PATH: join(folder, "al2023/lib") } };
}

async function tryOut(browser: Browser): Promise<string | undefined> {
  if (!existsSync(browser.path)) return "there is no such file";
  try {
    const opened = await chromium.launch({
      executablePath: browser.path,
      env: { ...inherited(), ...browser.env },
      headless: true,
      args: flags,
      timeout: 30_000,
    });
    try {
      const page = await opened.newPage();
      await page.setContent("<p>ready</p>", { timeout: 20_000 });
      return (await page.textContent("p")) === "ready" ? undefined : "it shows no page";
    } finally {
      await opened.close();
    }
  } catch (error) {
    return String(error).split("\n").slice(0, 8).join(" ");
  }
}

/** Unpacks the npm package's browser beside it, once, and whole or not at all. */
async function unpack(): Promise<string> {
  const modules = join(import.meta.dirname, "node_modules");
  const target = join(modules, ".chromium");
  if (existsSync(target)) return target;
  const partial = `${target}-${process.pid}`;
  const before = process.env.TMPDIR;
  try {
    mkdirSync(partial, { recursive: true });
    process.env.TMPDIR = partial; // the package unpacks into the temporary folder
    const { inflate }: Packed = await import(packed);
    for (const part of ["chromium.br", "fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br"]) {
      await inflate(join(modules, packed, "bin", part));
    }
    const own = `<fontconfig><dir>${join(target, "fonts")}</dir></fontconfig>`;
    writeFileSync(join(partial, "fonts/fonts.conf"), own);
    renameSync(partial, target);
  } finally {
    rmSync(partial, { recursive: true, force: true });
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  return target;
}

/** A machine without fonts borrows the package's, or text would have no width. */
function fonts(folder: string): Record<string, string> {
  return existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_PATH: join(folder, "fonts") };
}

function onPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

function inherited(): Record<string, string> {
  const kept = ["PATH", "LANG", "LC_ALL", "TZ", "DISPLAY"];
  const env: Record<string, string> = { HOME: tmpdir() };
  for (const name of kept) {
    const value = process.env[name];
    if (value !== undefined) env[name] = value;
  }
  return env;
}
