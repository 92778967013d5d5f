/** What must exist first comes first. Throws when things need each other in a circle, naming the circle. */
export function inOrder<Key>(keys: Iterable<Key>, needs: (key: Key) => Iterable<Key>): Key[] {
  const ordered = new Set<Key>();
  const path = new Set<Key>();

  const visit = (key: Key): void => {
    if (ordered.has(key)) return;
    if (path.has(key)) throw new Error(`these need each other: ${[...path, key].map(String).join(' → ')}`);
    path.add(key);
    for (const needed of needs(key)) visit(needed);
    path.delete(key);
    ordered.add(key);
  };

  for (const key of keys) visit(key);
  return [...ordered];
}
