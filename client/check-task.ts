// The task `strategy: check` → the command line's check in VS Code's terminal, read by the problem matcher.
import * as vscode from "vscode";

/** Offers one check task for each workspace folder. */
export function registerCheckTask(extension: vscode.Uri): vscode.Disposable {
  const cli = vscode.Uri.joinPath(extension, "dist", "cli.js").fsPath;
  const task = (folder: vscode.WorkspaceFolder, definition: vscode.TaskDefinition) => {
    const run = new vscode.ProcessExecution(
      process.execPath,
      [cli, "check", "--project", folder.uri.fsPath],
      {
        cwd: folder.uri.fsPath,
        // VS Code's own program runs as Node, so that nobody has to install one.
        env: { ELECTRON_RUN_AS_NODE: "1" },
      },
    );
    const made = new vscode.Task(definition, folder, "check", "strategy", run, "$strategy");
    made.group = vscode.TaskGroup.Test;
    return made;
  };
  return vscode.tasks.registerTaskProvider("strategy", {
    provideTasks: () =>
      (vscode.workspace.workspaceFolders ?? [])
        .filter((folder) => folder.uri.scheme === "file")
        .map((folder) => task(folder, { type: "strategy", task: "check" })),
    resolveTask: ({ scope, definition }) =>
      typeof scope === "object" ? task(scope, definition) : undefined,
  });
}
