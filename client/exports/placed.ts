// A view whose places have addresses of one machine → the same view with addresses that tell nobody of it.
import type { ViewData } from "../../server/views/shape.ts";
import { isPlace } from "../preview/sources.ts";

/** Each address of a file in a view, turned into another. */
export function withPlaces<Data extends ViewData>(
  data: Data,
  address: (uri: string) => string,
): Data {
  const placed = (_key: string, value: unknown) =>
    isPlace(value) ? { ...value, uri: address(value.uri) } : value;
  return JSON.parse(JSON.stringify(data, placed));
}
