// Opened documents, edits and changes on disk → the current snapshot of the workspace: the one mutable place.

import { succeed } from "../model/live.ts";
import type { Files } from "../project/load.ts";
import type { Trouble } from "../project/trouble.ts";
import { withBuffers } from "./buffers.ts";
import { type Change, heed } from "./changes.ts";
import { remember } from "./known.ts";
import { look } from "./look.ts";
import { type Open, type Snapshot, treesOf } from "./snapshot.ts";
import { closed, dated, emptyState, isOutdated, looked, opened, type State } from "./state.ts";

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
  setOpen(document: Omit<Open, "tree">): void;
  close(path: string): void;
  /** Paths of files or folders that were created, changed or deleted on the disk. */
  changedOnDisk(changes: readonly Change[]): void;
}

/**
 * A store without folders. What happens is a step that is made at once and never waits. Steps that
 * touch what is to be read leave a wish behind; wishes are met one after the other by a look at the
 * disk, and what was found is a step like any other, made on the state as it is by then.
 */
export function createStore(options: StoreOptions): Store {
  const known = remember(options.files);
  let state: State = emptyState(options.today());
  /** Changes on the disk that nobody has heeded yet. */
  let heard: readonly Change[] = [];
  /** Whether anything but those makes a look necessary. */
  let isStale = false;
  /** How many looks were wished for, and up to which of them the wishes are met. */
  let wished = 0;
  let met = 0;
  let turn = Promise.withResolvers<void>();
  let isLooking = false;
  let onFile: ((path: string) => void) | undefined;

  /** What is derived moves on with the state. */
  const become = (next: State) => {
    const before = state;
    state = next;
    succeed(before.workspace, next.workspace);
    for (const [path, workspace] of next.alone) succeed(before.alone.get(path), workspace);
  };

  const wish = () => {
    wished++;
    if (!isLooking) void meet();
    return until(wished);
  };
  const until = async (count: number) => {
    while (met < count) await turn.promise;
  };
  const wishLook = () => {
    isStale = true;
    return wish();
  };

  /** Meets wishes until none is left; a fault ends only the look that has it. */
  const meet = async () => {
    isLooking = true;
    try {
      while (met < wished) {
        // What comes in one burst is met by one look.
        await Promise.resolve();
        const upTo = wished;
        await lookOnce().catch(broke).catch(options.onFault);
        met = upTo;
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
    const changes = heard;
    heard = [];
    if (await heed(changes, known, state, holdsFiles)) isStale = true;
    if (!isStale) return;
    isStale = false;
    const { folders, open } = state;
    const isDoubtful = known.watch();
    try {
      const files = withBuffers(known, options.files, open);
      const found = await look(files, folders, open, loading());
      const isAgain = isOutdated(state, found);
      if (isDoubtful()) known.forgetAll();
      if (isDoubtful() || isAgain) void wishLook();
      const before = state;
      become(looked(state, found));
      if (state !== before) options.onChange(true);
    } catch (error) {
      isStale = true;
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
      while (met < wished) await until(wished);
    },
    setFolders: async (folders, tell) => {
      known.forgetAll();
      onFile = tell;
      state = { ...state, folders };
      await wishLook();
      if (onFile === tell) onFile = undefined;
    },
    setOpen: (document) => {
      const step = opened(state, document);
      become(step.state);
      if (step.wants) void wishLook();
      options.onChange(step.wide);
    },
    close: (path) => {
      const step = closed(state, path);
      if (step.state === state) return;
      become(step.state);
      known.forget(path);
      if (step.wants) void wishLook();
      options.onChange(step.wide);
    },
    changedOnDisk: (changes) => {
      heard = [...heard, ...changes];
      void wish();
    },
  };
}
