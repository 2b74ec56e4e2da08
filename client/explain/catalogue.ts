// The list of all rules and faults that comes with the extension → what each is called, says and lies at.
import * as vscode from "vscode";
import * as z from "zod";

const known = z.object({
  code: z.string(),
  /** Its page, below `docs/`. */
  page: z.string(),
  /** "Missing risk" */
  title: z.string(),
  group: z.string(),
  severity: z.enum(["error", "warning", "info", "hint", "off"]),
  /** When it speaks, in a sentence. */
  says: z.string(),
});
export type Explained = z.infer<typeof known>;

/** Reads the list once, when somebody first asks; empty where it cannot be read. */
export function catalogueIn(extension: vscode.Uri): () => Promise<readonly Explained[]> {
  const file = vscode.Uri.joinPath(extension, "docs", "findings.json");
  const read = async (): Promise<readonly Explained[]> => {
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    return z.array(known).parse(JSON.parse(text));
  };
  let list: Promise<readonly Explained[]> | undefined;
  return async () => {
    list ??= read();
    return await list.catch(() => {
      list = undefined;
      return [];
    });
  };
}
