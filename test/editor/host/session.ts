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
  // An interrupted run exits at once; server and browser end with this process.
  const interrupt = () => process.exit(130);
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.once(signal, interrupt);
  const browser = await findBrowser();
  const server = await startServer(setting);
  try {
    const context = await openBrowser(browser, join(server.root, "browser"));
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
