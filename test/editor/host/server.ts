// Turns the installed host into one running VS Code server with a throw-away profile.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { editor } from "./setup.ts";

/** A running server. `stop` ends it with everything that it started. */
export interface Server {
  /** The throw-away folder of its profile, logs and sockets. */
  readonly root: string;
  readonly authority: string;
  /** A path of this machine as the workbench names it. */
  uri(path: string): string;
  /** The address of the workbench, with a folder or workspace open and the given payload. */
  address(open: string | undefined, payload: readonly (readonly [string, string])[]): string;
  stop(): Promise<void>;
}

const program = join(editor, "out/server-main.js");

// A quiet workbench: no welcome, no updates, no assistant, nothing that reaches out.
const defaults = {
  "workbench.startupEditor": "none",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "chat.disableAIFeatures": true,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "update.mode": "none",
  "telemetry.telemetryLevel": "off",
  "workbench.enableExperiments": false,
  "workbench.tips.enabled": false,
  "security.workspace.trust.enabled": false,
  "git.enabled": false,
  "workbench.colorTheme": "Default Dark Modern",
  "files.simpleDialog.enable": true,
  "window.dialogStyle": "custom",
};

/** Starts a server on a free port. `env` is seen by the extension host; `vsix` are installed first. */
export async function startServer(
  options: {
    settings?: Record<string, unknown>;
    env?: NodeJS.ProcessEnv;
    vsix?: readonly string[];
  } = {},
): Promise<Server> {
  const root = mkdtempSync(join(tmpdir(), "strategy-host-"));
  for (const folder of ["home", "run", "server", "data/User", "extensions"]) {
    mkdirSync(join(root, folder), { recursive: true, mode: 0o700 });
  }
  const settings = JSON.stringify({ ...defaults, ...options.settings }, null, 2);
  writeFileSync(join(root, "data/User/settings.json"), settings);
  const env = environment(root, options.env);
  for (const file of options.vsix ?? []) await installExtension(root, env, file);
  const guard = ["--require", join(import.meta.dirname, "shims/parent.cjs")];
  const child = spawn(process.execPath, [...guard, program, ...folders(root), ...serving], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  // However this process ends, the server's goes with it.
  const discard = () => {
    if (child.pid !== undefined) reach(child.pid, "SIGKILL");
    rmSync(root, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once("exit", discard);
  const stop = async () => {
    await stopGroup(child);
    discard();
    process.off("exit", discard);
  };
  try {
    const port = await listening(child, join(root, "server.log"));
    return running(root, `127.0.0.1:${port}`, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

const serving = [
  ..."--host 127.0.0.1 --port 0 --without-connection-token".split(" "),
  ..."--accept-server-license-terms --disable-telemetry --telemetry-level off".split(" "),
  ..."--disable-workspace-trust --disable-experiments --disable-getting-started-override".split(
    " ",
  ),
  // Without the next one a built VS Code ignores the extension under development and the tests.
  "--enable-smoke-test-driver",
  ..."--force-disable-user-env --reconnection-grace-time 1 --enable-remote-auto-shutdown".split(
    " ",
  ),
];

function running(root: string, authority: string, stop: () => Promise<void>): Server {
  return {
    root,
    authority,
    uri: (path) => `vscode-remote://${authority}${resolve(path)}`,
    address(open, payload) {
      const query = new URLSearchParams();
      if (open === undefined) query.set("ew", "true");
      else query.set(open.endsWith(".code-workspace") ? "workspace" : "folder", resolve(open));
      query.set("payload", JSON.stringify(payload));
      return `http://${authority}/?${query}`;
    },
    stop,
  };
}

async function installExtension(root: string, env: NodeJS.ProcessEnv, file: string): Promise<void> {
  const args = [program, ...folders(root), "--accept-server-license-terms"];
  const child = spawn(
    process.execPath,
    [...args, "--install-extension", resolve(file), "--force"],
    {
      env,
      stdio: ["ignore", "pipe", "pipe"],
      timeout: 120_000,
    },
  );
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (data) => {
      said += data;
    });
  }
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`${file} does not install:\n${said}`);
}

function folders(root: string): string[] {
  return [
    ...["--server-data-dir", join(root, "server")],
    ...["--user-data-dir", join(root, "data")],
    ...["--extensions-dir", join(root, "extensions")],
  ];
}

function environment(root: string, extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const kept = ["PATH", "LANG", "LC_ALL", "TZ", "TERM", "SHELL"];
  const own = Object.fromEntries(kept.map((name) => [name, process.env[name]]));
  return {
    ...own,
    ...extra,
    HOME: join(root, "home"),
    XDG_CONFIG_HOME: join(root, "home/.config"),
    XDG_DATA_HOME: join(root, "home/.local/share"),
    XDG_CACHE_HOME: join(root, "home/.cache"),
    XDG_RUNTIME_DIR: join(root, "run"),
    TMPDIR: join(root, "run"),
    EXTENSIONS_GALLERY: "{}",
  };
}

function listening(child: ChildProcess, log: string): Promise<number> {
  const file = createWriteStream(log);
  let said = "";
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`VS Code did not start.\n${said}`)), 60_000);
    const read = (data: Buffer) => {
      file.write(data);
      said = (said + data).slice(-10_000);
      const port = /Extension host agent listening on (\d+)/.exec(said)?.[1];
      if (port === undefined) return;
      clearTimeout(limit);
      resolve(Number(port));
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("error", reject);
    child.once("exit", (code) => {
      file.end();
      clearTimeout(limit);
      reject(new Error(`VS Code ended with ${code}.\n${said}`));
    });
  });
}

/** Ends the server's whole process group: server, extension hosts, watchers, language servers. */
async function stopGroup(child: ChildProcess): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return;
  for (const [signal, patience] of [["SIGTERM", 3000] as const, ["SIGKILL", 2000] as const]) {
    if (!reach(pid, signal)) return;
    for (let waited = 0; reach(pid, 0) && waited < patience; waited += 50) await wait(50);
  }
}

function reach(group: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-group, signal);
    return true;
  } catch {
    return false;
  }
}
