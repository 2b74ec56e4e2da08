// The documentation that comes with the extension → pages that VS Code shows, wherever it runs and without a network.
import * as vscode from "vscode";
import type { BaseLanguageClient, Middleware } from "vscode-languageclient";
import type { Explained } from "./explain/catalogue.ts";
import { registerExplaining } from "./explain/explaining.ts";
import { rootPages } from "./explain/links.ts";
import { openPageCommand, registerPageEditor } from "./explain/page-editor.ts";
import type { LastEdited } from "./preview/last-edited.ts";
import type { Recovery } from "./recovery.ts";

const scheme = "strategy-page";

/** Where the server says that the pages are: behind it stands the path of one, such as `rules/missing-risk.md`. */
export const pagesAddress = `${scheme}:/`;

/** The pages as files of their own, and the editor that shows them. */
export function registerPages(
  extension: vscode.Uri,
  client: BaseLanguageClient,
  recovery: Recovery,
  edited: LastEdited,
  catalogue: () => Promise<readonly Explained[]>,
): readonly vscode.Disposable[] {
  return [
    vscode.workspace.registerFileSystemProvider(scheme, pagesOf(extension), { isReadonly: true }),
    ...registerPageEditor({
      extension,
      address: pagesAddress,
      catalogue,
      client,
      recovery,
      edited,
    }),
    ...registerExplaining(catalogue),
  ];
}

/**
 * A card is text of which VS Code lets only few links through, and its own are not among them:
 * there a link to a page becomes the command that opens it, and that command alone is allowed.
 */
export const pageLinks: Middleware = {
  provideHover: async (document, position, token, next) => {
    const hover = await next(document, position, token);
    for (const content of hover?.contents ?? []) link(content);
    return hover;
  },
  resolveCompletionItem: async (item, token, next) => {
    const resolved = await next(item, token);
    link(resolved?.documentation);
    return resolved;
  },
};

function link(content: vscode.MarkdownString | vscode.MarkedString | undefined): void {
  if (!(content instanceof vscode.MarkdownString)) return;
  const own = new RegExp(`\\]\\(${scheme}:/([\\w./#-]+)\\)`, "g");
  content.value = content.value.replace(own, (_, page: string) => {
    return `](command:${openPageCommand}?${encodeURIComponent(JSON.stringify([page]))})`;
  });
  content.isTrusted = { enabledCommands: [openPageCommand] };
}

/** The file behind a page; nothing where no page can be. */
function fileOf(extension: vscode.Uri, { path }: vscode.Uri): vscode.Uri | undefined {
  const isPage = /^(?:\/[a-z][a-z-]*)+\.(?:md|png)$/.test(path);
  const isRoot = rootPages.includes(path.slice(1));
  if (isPage || isRoot) return vscode.Uri.joinPath(extension, isRoot ? "" : "docs", path);
  return undefined;
}

/** A file system that has the documentation of the extension, and nothing else. */
function pagesOf(extension: vscode.Uri): vscode.FileSystemProvider {
  const unchanging = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  const refuse = () => {
    throw vscode.FileSystemError.NoPermissions("The pages are for reading.");
  };
  const find = (uri: vscode.Uri): vscode.Uri => {
    const file = fileOf(extension, uri);
    if (file === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return file;
  };
  return {
    onDidChangeFile: unchanging,
    watch: () => new vscode.Disposable(() => {}),
    stat: async (uri) => {
      const { size } = await vscode.workspace.fs.stat(find(uri));
      return { type: vscode.FileType.File, ctime: 0, mtime: 0, size };
    },
    readFile: (uri) => vscode.workspace.fs.readFile(find(uri)),
    readDirectory: () => [],
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
}
