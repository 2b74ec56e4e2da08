// A view whose places have addresses of one machine → the same view with addresses that tell nobody of it.
import type { ViewData } from "../../server/views/shape.ts";

/** Each address of a file in a view, turned into another. */
export function withPlaces<Data extends ViewData>(
  data: Data,
  address: (uri: string) => string,
): Data {
  return JSON.parse(
    JSON.stringify(data, function (this: unknown, key, value) {
      const isOfPlace =
        key === "uri" && typeof value === "string" && typeof this === "object" && this !== null;
      return isOfPlace && "range" in this && "name" in this ? address(value) : value;
    }),
  );
}
