// A view of one machine → the same view for others: every place has another address, and nothing else differs.
import { expect, test } from "vitest";
import { withPlaces } from "../../client/exports/placed.ts";
import { placesIn } from "../../client/preview/sources.ts";
import { views } from "../../server/views/index.ts";
import { viewOf } from "../../server/views/view.ts";
import { department } from "../department.ts";

test("all places of all views are told by their new address, and no figure changes", () => {
  const model = department().model();
  for (const view of views) {
    const before = viewOf(view, model, { uriOf: (path) => `file://${path}` });
    const after = withPlaces(before, (uri) => uri.replace("file://", "plan:"));
    expect(placesIn(after).length).toBeGreaterThan(0);
    expect(placesIn(after).filter(({ uri }) => !uri.startsWith("plan:"))).toEqual([]);
    expect(after).toEqual(
      JSON.parse(JSON.stringify(viewOf(view, model, { uriOf: (path) => `plan:${path}` }))),
    );
  }
});
