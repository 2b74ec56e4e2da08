// Something to say to a client that nobody waits for → it is said, unless the client has gone meanwhile.
import { ConnectionError } from "vscode-languageserver";

/** Where the client cannot do what is asked of it, `tell` hears why; where it has gone, nobody does. */
export async function sayTo(
  say: () => Promise<unknown>,
  tell: (error: unknown) => void,
): Promise<void> {
  try {
    await say();
  } catch (error) {
    // The library throws this at once where the connection is closed or disposed of.
    if (!(error instanceof ConnectionError)) tell(error);
  }
}
