// A text → a file with it that can only be read, for as long as a test needs it.
import * as vscode from "vscode";

/** A disk that can only be read, on which each file says the same. */
class Sealed implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  readonly #bytes: Uint8Array;

  constructor(text: string) {
    this.#bytes = new TextEncoder().encode(text);
  }

  watch = () => new vscode.Disposable(() => {});
  stat = () => ({ type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.#bytes.length });
  readFile = () => this.#bytes;
  readDirectory = () => [];
  createDirectory = sealed;
  writeFile = sealed;
  delete = sealed;
  rename = sealed;
}

function sealed(): never {
  throw vscode.FileSystemError.NoPermissions();
}

/** Runs `use` with a strategy that can only be read. */
export async function sealedIn(
  text: string,
  use: (uri: vscode.Uri) => Promise<void>,
): Promise<void> {
  const options = { isReadonly: true };
  const opened = vscode.workspace.registerFileSystemProvider("sealed", new Sealed(text), options);
  try {
    await use(vscode.Uri.parse("sealed:/plan.strategy"));
  } finally {
    opened.dispose();
  }
}
