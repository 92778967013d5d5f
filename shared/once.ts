/** Makes a value when it is first asked for. Schemas cost time at a cold start, and one request needs few of them. */
// Unused, it is left out of a bundle: making the function has no effect yet.
/* @__NO_SIDE_EFFECTS__ */
export function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
