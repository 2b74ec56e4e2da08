// The tree of objectives and the net of dependencies → type and call hierarchies of the protocol.
import {
  CallHierarchyIncomingCallsRequest,
  type CallHierarchyItem,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  TypeHierarchyPrepareRequest,
  TypeHierarchySubtypesRequest,
  TypeHierarchySupertypesRequest,
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
import { onDocument, onWorkspace, queryOf, type Row } from "./row.ts";

export const hierarchyRows: readonly Row[] = [
  onDocument(
    { typeHierarchyProvider: true },
    TypeHierarchyPrepareRequest.type,
    null,
    (asked, { position }) => {
      const found = root(queryOf(asked, position), "support");
      return found === undefined ? null : [item(asked, found)];
    },
  ),
  onWorkspace(
    {},
    TypeHierarchySupertypesRequest.type,
    () => null,
    (sight, params) => around(sight, params.item, "support", "up").map((one) => item(sight, one)),
  ),
  onWorkspace(
    {},
    TypeHierarchySubtypesRequest.type,
    () => null,
    (sight, params) => around(sight, params.item, "support", "down").map((one) => item(sight, one)),
  ),
  onDocument(
    { callHierarchyProvider: true },
    CallHierarchyPrepareRequest.type,
    null,
    (asked, { position }) => {
      const found = root(queryOf(asked, position), "depend");
      return found === undefined ? null : [item(asked, found)];
    },
  ),
  onWorkspace(
    {},
    CallHierarchyIncomingCallsRequest.type,
    () => null,
    (sight, params) =>
      around(sight, params.item, "depend", "down").map((one) => ({
        from: item(sight, one),
        fromRanges: [location(sight, one.written).range],
      })),
  ),
  onWorkspace(
    {},
    CallHierarchyOutgoingCallsRequest.type,
    () => null,
    (sight, params) =>
      around(sight, params.item, "depend", "up").map((one) => ({
        to: item(sight, one),
        fromRanges: [location(sight, one.written).range],
      })),
  ),
];

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
