// Turns a folder and an extension into one open workbench, and leaves nothing behind when it is done.
import { join } from "node:path";
import type { Page } from "playwright-core";
import { findBrowser, openBrowser } from "./chromium.ts";
import { type Server, startServer } from "./server.ts";

/** What a session starts with. */
export interface Setting {
  readonly settings?: Record<string, unknown>;
  /** Seen by the extension host, and so by tests that run in it. */
  readonly env?: NodeJS.ProcessEnv;
  /** Packed extensions to install first. */
  readonly vsix?: readonly string[];
}

/** Runs `use` with a page on a fresh server, and ends both however it went. */
export async function session<T>(
  setting: Setting,
  use: (page: Page, server: Server) => Promise<T>,
): Promise<T> {
  const browser = await findBrowser();
  const server = await startServer(setting);
  const ends: (() => Promise<unknown>)[] = [() => server.stop()];
  const close = async () => {
    for (const end of ends.splice(0).reverse()) await end().catch(() => {});
  };
  const interrupt = (signal: NodeJS.Signals) => {
    void close().then(() => process.exit(signal === "SIGINT" ? 130 : 143));
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.on(signal, interrupt);
  try {
    const context = await openBrowser(browser, join(server.root, "browser"));
    ends.push(() => context.close());
    return await use(context.pages()[0] ?? (await context.newPage()), server);
  } finally {
    await close();
    for (const signal of signals) process.off(signal, interrupt);
  }
}
