// What a program that is measured beside others is: how it is started, and what it can be asked.

export interface Peer {
  readonly name: string;
  /** What Node is given to serve an editor on its standard streams. */
  readonly serve?: readonly string[];
  /** What Node is given to tell of a folder, once, and end. */
  readonly check?: (folder: string) => readonly string[];
  /** It understands nothing, and sends what it was told to send. */
  readonly echoes?: boolean;
  /** Its editor asks for diagnostics, as VS Code does, and is not sent them. */
  readonly asks?: boolean;
  /** It needs what `test/bench/package.json` names. */
  readonly needs?: "packages";
}
