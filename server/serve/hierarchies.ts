// The tree of objectives and the net of dependencies → type and call hierarchies of the protocol.
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
} from "vscode-languageserver";
import {
  type Branch,
  type Neighbour,
  neighbours,
  type Order,
  root,
} from "../features/hierarchy.ts";
import { universe } from "../model/universe.ts";
import { label } from "../words/visible.ts";
import { keyOfItem } from "./complete.ts";
import { location, type Sight, symbolKind } from "./convert.ts";
import type { Position } from "./positions.ts";
import { type AskedDocument, queryOf } from "./question.ts";

/** What a hierarchy of an order begins with, at a place. */
export function itemsAt(order: Order) {
  return (asked: AskedDocument, { position }: { readonly position: Position }) => {
    const found = root(queryOf(asked, position), order);
    return found === undefined ? null : [item(asked, found)];
  };
}

interface Of {
  readonly item: CallHierarchyItem;
}

export function supertypesOf(sight: Sight, of: Of): CallHierarchyItem[] {
  return around(sight, of.item, "support", "up").map((one) => item(sight, one));
}

export function subtypesOf(sight: Sight, of: Of): CallHierarchyItem[] {
  return around(sight, of.item, "support", "down").map((one) => item(sight, one));
}

export function callsTo(sight: Sight, of: Of): CallHierarchyIncomingCall[] {
  return around(sight, of.item, "depend", "down").map((one) => ({
    from: item(sight, one),
    fromRanges: [location(sight, one.written).range],
  }));
}

export function callsFrom(sight: Sight, of: Of): CallHierarchyOutgoingCall[] {
  return around(sight, of.item, "depend", "up").map((one) => ({
    to: item(sight, one),
    fromRanges: [location(sight, one.written).range],
  }));
}

function around(
  sight: Sight,
  of: { data?: unknown },
  order: Order,
  way: "up" | "down",
): readonly Neighbour[] {
  const key = keyOfItem(of);
  return key === undefined ? [] : neighbours(universe(sight.workspace), key, order, way);
}

function item(sight: Sight, one: Branch): CallHierarchyItem {
  const { uri, range } = location(sight, one);
  return {
    name: label(one.title === "" ? one.name : one.title),
    detail: label(`${one.kind ?? ""} ${one.name}`.trim()),
    kind: symbolKind(one.kind, sight.client.workspaceSymbols),
    uri,
    range: location(sight, one.whole).range,
    selectionRange: range,
    data: one.key,
  };
}
