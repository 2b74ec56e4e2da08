// A checker that ends without being asked → one that starts again or, where it ends again and again, a notice with a button.
import * as vscode from "vscode";
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  State,
} from "vscode-languageclient";

/** Who ends so often within so many milliseconds will do so again: then it is for the user to say. */
const mostEnds = 5;
const within = 180_000;

/** What ended is cleared away before it starts again. */
const pause = 200;

/** How the checker is, in a sentence for the user; undefined where it answers. */
export type Ailment = "starting" | "again" | "stopped" | undefined;

export interface Recovery extends vscode.Disposable {
  readonly handler: ErrorHandler;
  /** Takes charge of a client, and starts it. */
  start(client: BaseLanguageClient): Promise<void>;
  /** Starts it anew, however it is. */
  restart(): Promise<void>;
  ailment(): Ailment;
}

/** Watches over a client, which has its handler among its options. */
export function createRecovery(): Recovery {
  let client: BaseLanguageClient | undefined;
  let ends: readonly number[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const start = async () => {
    timer = undefined;
    // Why it does not start stands in the output.
    await client?.start().catch(ended);
  };

  /** Of one end may be told twice: by the connection, and by a start that came to nothing. */
  const ended = () => {
    if (timer !== undefined) return;
    const now = Date.now();
    ends = [...ends.filter((one) => now - one < within), now];
    if (ends.length < mostEnds) timer = setTimeout(start, pause);
    else {
      tell();
      void giveUp();
    }
  };

  const ailment = (): Ailment => {
    if (client?.state === State.Running) return undefined;
    if (ends.length >= mostEnds && client?.state !== State.Starting) return "stopped";
    return ends.length > 0 ? "again" : "starting";
  };

  /** What starts it anew is offered by the palette as long as it is needed. */
  let isAiling = false;
  const tell = () => {
    if (isAiling === (ailment() === "stopped")) return;
    isAiling = !isAiling;
    void vscode.commands.executeCommand("setContext", "strategy.ailing", isAiling);
  };

  const restart = async () => {
    clearTimeout(timer);
    ends = [];
    // One that does not answer is left behind.
    if (client?.state === State.Running) await client.stop().catch(() => {});
    await start();
  };

  return {
    handler: {
      // A connection that is lost is told of as closed.
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => {
        ended();
        return {
          action: CloseAction.DoNotRestart,
          handled: true,
          message: "The checker has ended.",
        };
      },
    },
    start: async (one) => {
      client = one;
      // Its own notices speak of connections and codes: they go to the output, and the user is told in words.
      const write = one.error.bind(one);
      one.error = (message, data) => write(message, data, false);
      one.onDidChangeState(tell);
      await start();
    },
    restart,
    ailment,
    dispose: () => clearTimeout(timer),
  };
}

/** What the user reads of a checker that does not answer. */
export function sentenceOf(ailment: Exclude<Ailment, undefined>): string {
  switch (ailment) {
    case "starting":
      return vscode.l10n.t("The checker is starting.");
    case "again":
      return vscode.l10n.t("The checker has stopped and starts again.");
    case "stopped":
      return vscode.l10n.t("The checker has stopped. Run 'Strategy: Restart the Checker'.");
  }
}

async function giveUp(): Promise<void> {
  const says = vscode.l10n.t(
    "The checker of strategies stops again and again. What you typed is safe, but mistakes are not marked and the preview stands still until it runs.",
  );
  const restart = vscode.l10n.t("Restart the Checker");
  const look = vscode.l10n.t("Show Output");
  const chosen = await vscode.window.showErrorMessage(says, restart, look);
  if (chosen === restart) await vscode.commands.executeCommand("strategy.restartServer");
  if (chosen === look) await vscode.commands.executeCommand("strategy.showOutput");
}
