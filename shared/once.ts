/** Makes a value when it is first asked for. Schemas cost time at a cold start, and one request needs few of them. */
export function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
