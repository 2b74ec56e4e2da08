// A workspace and the one that comes after it → the same universe, moved on: only what changed is told.
import type { Chunk } from "../../grammar/tree.ts";
import type { Follower } from "../cells/contributions.ts";
import { Engine, Input, Live, Source } from "../cells/engine.ts";
import type { Workspace } from "../project/project.ts";
import type { Entity } from "./entity.ts";
import { LiveModel } from "./live-model.ts";
import { outline } from "./outline.ts";
import { titleWritten } from "./title.ts";
import { type Model, seat, type Universe } from "./universe.ts";

/** The universes that are moved on, by the workspace to which they were moved last. */
const moving = new WeakMap<Workspace, LiveUniverse | undefined>();

/**
 * Says that one workspace takes the place of another. From then on the universe of the later one is
 * that of the earlier, moved on when somebody asks for it: what did not change is not found again.
 * Whoever asks for the universe of the earlier one gets a new one. Without an earlier one a universe
 * is begun that can be moved on.
 */
export function succeed(before: Workspace | undefined, after: Workspace): void {
  if (before === after) return;
  const known = before && moving.get(before);
  if (before !== undefined) {
    moving.delete(before);
    seat(before, undefined);
  }
  moving.set(after, known);
  seat(after, () => {
    const all = known ?? new LiveUniverse(after);
    if (known !== undefined) known.move(after);
    moving.set(after, all);
    return all;
  });
}

/** What of a workspace is not in its projects. */
type Around = Pick<Workspace, "today" | "folders" | "absent" | "troubles" | "links">;

class LiveUniverse extends Live implements Universe {
  readonly workspace: Workspace;
  readonly #around: { readonly [Part in keyof Around]-?: Input<Around[Part]> };
  /** Told of whatever changes in a project. */
  readonly #projects: Source;
  /** Told where a project comes or goes. */
  readonly #list: Source;
  readonly #models = new Map<string, LiveModel>();
  readonly #homes = new Map<Chunk, LiveModel>();
  readonly #followers: Follower[] = [];
  #now: Workspace;

  constructor(workspace: Workspace) {
    super(new Engine());
    const { engine } = this;
    this.#now = workspace;
    this.#around = {
      today: new Input(engine, workspace.today),
      folders: new Input(engine, workspace.folders),
      absent: new Input(engine, workspace.absent),
      troubles: new Input(engine, workspace.troubles),
      links: new Input(engine, workspace.links),
    };
    this.#projects = new Source(engine);
    this.#list = new Source(engine);
    this.workspace = this.#view();
    this.move(workspace);
  }

  get models(): ReadonlyMap<string, Model> {
    this.#list.read();
    return this.#models;
  }

  modelOf({ chunk, name }: Entity): Model {
    const model = this.#homes.get(chunk);
    if (model === undefined) throw new Error(`No project holds '${name}'.`);
    return model;
  }

  homeOf(chunk: Chunk): Model | undefined {
    return this.#homes.get(chunk);
  }

  standing(entity: Entity): Entity {
    return this.#homes.get(entity.chunk)?.standing(entity) ?? entity;
  }

  titleOf(entity: Entity): string | undefined {
    return titleWritten(this.standing(entity));
  }

  *chunks(): Iterable<Chunk> {
    this.#projects.read();
    for (const model of this.#models.values()) yield* model.chunks();
  }

  follow(follower: Follower): void {
    this.#followers.push(follower);
    for (const chunk of this.#homes.keys()) follower.came(chunk);
  }

  rankOf(chunk: Chunk): number {
    return this.#homes.get(chunk)?.rankOf(chunk) ?? 0;
  }

  fileKeyOf(chunk: Chunk): string {
    const model = this.#homes.get(chunk);
    return `${model?.root}\n${model?.fileKeyOf(chunk)}`;
  }

  /** The workspace as it is at the moment: who reads a part of it depends on that part. */
  #view(): Workspace {
    const { today, folders, absent, troubles, links } = this.#around;
    const projects = () => {
      this.#projects.read();
      return this.#now.projects;
    };
    return {
      get projects() {
        return projects();
      },
      get today() {
        return today.get();
      },
      get folders() {
        return folders.get();
      },
      get absent() {
        return absent.get();
      },
      get troubles() {
        return troubles.get() ?? new Map();
      },
      get links() {
        return links.get() ?? new Map();
      },
    };
  }

  /** Moves on to a later workspace. */
  move(after: Workspace): void {
    const before = this.#now;
    this.#now = after;
    const known = new Map(this.#models);
    const isListed = [...known.keys()].join("\n") !== [...after.projects.keys()].join("\n");
    // What is in project order all over the workspace stands elsewhere where projects change places.
    const stayed = [...known.keys()].filter((root) => after.projects.has(root));
    const others = [...after.projects.keys()].filter((root) => known.has(root));
    const isTurned = stayed.some((root, index) => root !== others[index]);
    this.#models.clear();
    for (const [rank, [root, project]] of [...after.projects].entries()) {
      const model = known.get(root) ?? new LiveModel(this, project);
      this.#models.set(root, model);
      model.move(project, rank);
      if (isTurned) model.comeAgain();
    }
    for (const [root, model] of known) if (!after.projects.has(root)) model.leave();
    const moved = new Set([...known.values(), ...this.#models.values()]);
    this.#tell(before, after, isListed);
    for (const model of moved) for (const chunk of model.went) this.#homes.delete(chunk);
    for (const model of moved) for (const chunk of model.came) this.#homes.set(chunk, model);
    // What moves from one file or project to another goes before it comes.
    for (const model of moved) {
      for (const chunk of model.went) {
        for (const follower of this.#followers) follower.went(chunk);
        this.engine.forget(chunk);
        for (const entity of outline(chunk).entities) this.engine.forget(entity);
      }
      model.tellGone();
    }
    for (const model of moved) {
      for (const chunk of model.came) for (const follower of this.#followers) follower.came(chunk);
      model.tellCome();
    }
    this.engine.settle();
  }

  #tell(before: Workspace, after: Workspace, isListed: boolean): void {
    this.#around.today.set(after.today);
    this.#around.folders.set(after.folders);
    this.#around.absent.set(after.absent);
    this.#around.troubles.set(after.troubles);
    this.#around.links.set(after.links);
    this.#projects.touch();
    if (isListed) this.#list.touch();
    const models = [...this.#models.values()];
    // Where files come or go, an import may lead elsewhere.
    const isElsewhere =
      isListed || before.absent !== after.absent || models.some((model) => model.isElsewhere);
    for (const model of models) model.tell(after, isElsewhere);
  }
}
