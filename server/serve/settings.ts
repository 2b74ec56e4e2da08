// What an editor's user has set for hints and lenses → which of them are shown in a document.
import {
  type ClientCapabilities,
  ConfigurationRequest,
  type Connection,
  DidChangeConfigurationNotification,
} from "vscode-languageserver";
import type { HintKind } from "../features/hints.ts";
import type { LensKind } from "../features/lenses.ts";

/** Whether each kind is shown. */
export interface ShownKinds {
  readonly hints: Readonly<Record<HintKind, boolean>>;
  readonly lenses: Readonly<Record<LensKind, boolean>>;
}

const section = "strategy";

/** All is shown that nobody has switched off. */
export const allShown: ShownKinds = {
  hints: { titles: true, dates: true, attainment: true, slack: true },
  lenses: { objectives: true, initiatives: true },
};

/** An editor may be slow to say what is set: nobody waits for it longer than this, in milliseconds. */
const patience = 2_000;

/** The settings of a client, and how they are followed. */
export interface Following {
  /** Begins to hear of changes, once the client may be asked for that. */
  readonly begin: () => void;
  /** What is set for a document. */
  readonly of: (uri: string) => Promise<ShownKinds>;
}

/**
 * Follows the settings of a client. One that can be asked is asked for each document, since folders
 * may have settings of their own; from another the last that it has told counts for all documents.
 */
export function followSettings(
  connection: Connection,
  can: () => ClientCapabilities,
  onChange: () => void,
  tell: (error: unknown) => void,
): Following {
  const known = new Map<string, Promise<ShownKinds>>();
  let told = allShown;

  const ask = async (uri: string): Promise<ShownKinds> => {
    const items = [{ scopeUri: uri, section }];
    const answer: unknown = await connection.sendRequest(ConfigurationRequest.type, { items });
    return readSettings(Array.isArray(answer) ? answer[0] : undefined);
  };

  const learn = (uri: string): Promise<ShownKinds> => {
    const asked = ask(uri).catch((error: unknown) => {
      tell(error);
      return allShown;
    });
    const { promise, resolve } = Promise.withResolvers<ShownKinds>();
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      resolve(allShown);
    }, patience);
    void asked.then((settings) => {
      clearTimeout(timer);
      resolve(settings);
      if (!isLate || known.get(uri) !== promise) return;
      known.set(uri, asked);
      onChange();
    });
    known.set(uri, promise);
    return promise;
  };

  connection.onDidChangeConfiguration(({ settings }) => {
    const before = told;
    told = readSettings(fieldOf(settings, section));
    const isHeard = known.size > 0 || JSON.stringify(told) !== JSON.stringify(before);
    known.clear();
    if (isHeard) onChange();
  });

  return {
    begin: () => {
      if (can().workspace?.didChangeConfiguration?.dynamicRegistration !== true) return;
      const { type } = DidChangeConfigurationNotification;
      connection.client.register(type, { section }).catch(tell);
    },
    of: async (uri) => {
      if (can().workspace?.configuration !== true) return told;
      return known.get(uri) ?? learn(uri);
    },
  };
}

/** What does not say no says yes. */
function readSettings(said: unknown): ShownKinds {
  const shown = <Name extends string>(of: Readonly<Record<Name, boolean>>, group: string) => {
    const own = fieldOf(said, group);
    const read: Record<Name, boolean> = { ...of };
    for (const name in of) if (fieldOf(own, name) === false) read[name] = false;
    return read;
  };
  return { hints: shown(allShown.hints, "hints"), lenses: shown(allShown.lenses, "lenses") };
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}
