// Bytes and a place → a file with them, whole, or the file that was there.
import * as vscode from "vscode";

/**
 * Written beside it first, and put in its place then. A plan is never overwritten: `reads` are the
 * addresses of all that it is read from.
 */
export async function saveWhole(
  to: vscode.Uri,
  bytes: Uint8Array,
  reads: readonly string[],
): Promise<void> {
  const { fs } = vscode.workspace;
  if (reads.includes(to.toString()))
    throw new Error(
      vscode.l10n.t(
        "{0} belongs to the plan and would be overwritten. Name another file.",
        to.path,
      ),
    );
  if (/\.strategy$|(?:^|\/)strategy\.config\.json$/i.test(to.path))
    throw new Error(
      vscode.l10n.t("{0} would be read as a part of the plan. Name another file.", to.path),
    );
  const beside = to.with({ path: `${to.path}.${Date.now()}.part` });
  try {
    await fs.writeFile(beside, bytes);
    await fs.rename(beside, to, { overwrite: true });
  } catch (error) {
    await fs.delete(beside).then(undefined, () => {});
    throw error;
  }
}
