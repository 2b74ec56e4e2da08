// A workspace and the one found after it → the later one, made of the earlier one's objects wherever nothing has changed.
import type { Config } from "../project/config.ts";
import type { Project, SourceFile, Workspace } from "../project/project.ts";
import type { Trouble } from "../project/trouble.ts";

/** Since what is derived hangs on objects, what stays the same stays the same object. */
export function carried(before: Workspace, after: Workspace): Workspace {
  return shared(before, {
    ...after,
    projects: sharedMap(before.projects, after.projects, carriedProject),
    folders: sharedList(before.folders, after.folders),
    absent: sharedSet(before.absent, after.absent),
    links: sharedMap(before.links, after.links ?? new Map(), later),
    troubles: sharedMap<Trouble>(before.troubles, after.troubles ?? new Map(), sharedTrouble),
  });
}

function carriedProject(before: Project, after: Project): Project {
  return shared(before, {
    ...after,
    files: sharedMap<SourceFile>(before.files, after.files, shared),
    config: carriedConfig(before.config, after.config),
    data: sharedMap<string | undefined>(before.data, after.data, later),
    tables: sharedList(before.tables, after.tables),
  });
}

/** All of a configuration comes from its text, but for why one without a text is not read. */
function carriedConfig(before: Config, after: Config): Config {
  const faults = ({ faults }: Config) => faults.map(({ message }) => message).join("\n");
  return before.text === after.text && faults(before) === faults(after) ? before : after;
}

function sharedTrouble(before: Trouble, after: Trouble): Trouble {
  return shared(before, after);
}

/** The earlier one of two objects, if all fields of them are the same. */
function shared<Kind extends object>(before: Kind, after: Kind): Kind {
  const [old, now] = [Object.entries(before), Object.entries(after)];
  const known = new Map<string, unknown>(old);
  const isSame = old.length === now.length && now.every(([key, value]) => known.get(key) === value);
  return isSame ? before : after;
}

/** The earlier one of two maps, if they hold the same under the same keys in the same order. */
function sharedMap<Value>(
  before: ReadonlyMap<string, Value> | undefined,
  after: ReadonlyMap<string, Value>,
  choose: (before: Value, after: Value) => Value,
): ReadonlyMap<string, Value> {
  if (before === undefined || before === after) return after;
  const chosen = new Map<string, Value>();
  for (const [key, value] of after) {
    const old = before.get(key);
    chosen.set(key, old === undefined ? value : choose(old, value));
  }
  const keys = [...before.keys()];
  const isSame =
    chosen.size === before.size &&
    [...chosen].every(([key, value], index) => keys[index] === key && before.get(key) === value);
  return isSame ? before : chosen;
}

function sharedList(before: readonly string[], after: readonly string[]): readonly string[] {
  return before.length === after.length && before.every((one, index) => one === after[index])
    ? before
    : after;
}

function sharedSet(before: ReadonlySet<string>, after: ReadonlySet<string>): ReadonlySet<string> {
  return before.size === after.size && [...after].every((one) => before.has(one)) ? before : after;
}

function later<Value>(_before: Value, after: Value): Value {
  return after;
}
