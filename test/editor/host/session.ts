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
  /** So many dots of a picture for one of the screen; 1 where nothing is said. */
  readonly scale?: number;
  /** Seen by the browser. */
  readonly browser?: Readonly<Record<string, string>>;
  /** Packed extensions to install first. */
  readonly vsix?: readonly string[];
}

/** Runs `use` with a page on a fresh server, and ends both however it went. */
export async function session<T>(
  setting: Setting,
  use: (page: Page, server: Server) => Promise<T>,
): Promise<T> {
  // An interrupted run exits at once; server and browser end with this process.
  const interrupt = () => process.exit(130);
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.once(signal, interrupt);
  const found = await findBrowser();
  const browser = { ...found, env: { ...found.env, ...setting.browser } };
  const server = await startServer(setting);
  try {
    const context = await openBrowser(browser, join(server.root, "browser"), setting.scale);
    try {
      return await use(context.pages()[0] ?? (await context.newPage()), server);
    } finally {
      await context.close().catch(() => {});
    }
  } finally {
    await server.stop();
    for (const signal of signals) process.off(signal, interrupt);
  }
}
