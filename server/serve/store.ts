// Opened documents, edits and changes on disk → the current snapshot of the workspace: the one mutable place.

import { succeed } from "../model/live.ts";
import type { Files } from "../project/load.ts";
import type { Trouble } from "../project/trouble.ts";
import { withBuffers } from "./buffers.ts";
import { type ChangedFile, heed } from "./changes.ts";
import { remember } from "./known.ts";
import { look } from "./look.ts";
import { type OpenDocument, type Snapshot, treesOf } from "./snapshot.ts";
import {
  changed,
  closed,
  dated,
  emptyState,
  heeding,
  isOutdated,
  looked,
  looking,
  metUpTo,
  opened,
  type State,
  stale,
  unseen,
  within,
} from "./state.ts";

export interface StoreOptions {
  readonly files: Files;
  /** The clock's date, `2026-11-23`. */
  readonly today: () => string;
  /** Called after each change of the snapshot; `wide` where it came from the disk or touches other files. */
  readonly onChange: (wide: boolean) => void;
  readonly onFault: (error: unknown) => void;
  /** Called for what is there and left out because it is not to be read. */
  readonly onTrouble?: (trouble: Trouble) => void;
}

export interface Store {
  now(): Snapshot;
  /** Settles when all that was asked of the disk up to now has been read. */
  settled(): Promise<void>;
  setFolders(folders: readonly string[], onFile?: (path: string) => void): Promise<void>;
  setOpen(document: Omit<OpenDocument, "tree">): void;
  close(path: string): void;
  /** Paths of files or folders that were created, changed or deleted on the disk. */
  changedOnDisk(changes: readonly ChangedFile[]): void;
}

/**
 * A store without folders. What happens is a step that is made at once and never waits. Steps that
 * touch what is to be read leave a wish in the state; wishes are met one after the other by a look at
 * the disk, and what was found is a step like any other, made on the state as it is by then.
 */
export function createStore(options: StoreOptions): Store {
  const known = remember(options.files);
  let state: State = emptyState(options.today());
  let turn = Promise.withResolvers<void>();
  let isLooking = false;
  let onFile: ((path: string) => void) | undefined;

  /** Takes a step: what is derived moves on with it, and what it wishes for is looked at. */
  const become = (next: State) => {
    const before = state;
    state = next;
    succeed(before.workspace, next.workspace);
    for (const [path, workspace] of next.alone) succeed(before.alone.get(path), workspace);
    if (next.met < next.wished && !isLooking) void meet();
  };

  const until = async (count: number) => {
    while (state.met < count) await turn.promise;
  };

  /** Meets wishes until none is left; a fault ends only the look that has it. */
  const meet = async () => {
    isLooking = true;
    try {
      while (state.met < state.wished) {
        // What comes in one burst is met by one look.
        await Promise.resolve();
        const upTo = state.wished;
        await lookOnce().catch(broke).catch(options.onFault);
        become(metUpTo(state, upTo));
        turn.resolve();
        turn = Promise.withResolvers();
      }
    } finally {
      isLooking = false;
    }
  };

  /** Whoever listens asks again, and hears that something broke instead of nothing. */
  const broke = (error: unknown) => {
    options.onFault(error);
    options.onChange(true);
  };

  const lookOnce = async () => {
    const { heard } = state;
    become(heeding(state));
    const isTouched = await heed(heard, known, state, holdsFiles);
    if (!isTouched && !state.isStale) return;
    become(looking(state));
    const { folders, open } = state;
    const isDoubtful = known.watch();
    try {
      const files = withBuffers(known, options.files, open);
      const found = await look(files, folders, open, loading());
      const isAgain = isOutdated(state, found);
      if (isDoubtful()) known.forgetAll();
      const before = state;
      const after = looked(before, found);
      become(isDoubtful() || isAgain ? stale(after) : after);
      if (after !== before) options.onChange(true);
    } catch (error) {
      become(unseen(state));
      throw error;
    }
  };

  const holdsFiles = async (folder: string) => {
    const found = await options.files.list(folder, { within: [folder, ...state.folders] });
    return found.length > 0;
  };

  const loading = () => ({
    today: options.today(),
    trees: treesOf(state.workspace, state.open),
    ...(options.onTrouble === undefined ? {} : { onTrouble: options.onTrouble }),
    ...(onFile === undefined ? {} : { onFile }),
  });

  return {
    now: () => {
      become(dated(state, options.today()));
      return state;
    },
    settled: async () => {
      while (state.met < state.wished) await until(state.wished);
    },
    setFolders: async (folders, tell) => {
      known.forgetAll();
      onFile = tell;
      become(within(state, folders));
      await until(state.wished);
      if (onFile === tell) onFile = undefined;
    },
    setOpen: (document) => {
      const step = opened(state, document);
      become(step.state);
      options.onChange(step.wide);
    },
    close: (path) => {
      const step = closed(state, path);
      if (step.state === state) return;
      known.forget(path);
      become(step.state);
      options.onChange(step.wide);
    },
    changedOnDisk: (changes) => become(changed(state, changes)),
  };
}
