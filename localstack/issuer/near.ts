/** Up to `limit` of the names that a mistyped one may have meant, the nearest first. */
export function nearest(typed: string, names: readonly string[], limit: number): string[] {
  return names
    .map((name) => ({ name, distance: distanceOf(typed, name) }))
    .filter(({ name, distance }) => distance <= Math.max(2, name.length / 3))
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, limit)
    .map(({ name }) => name);
}

/** Levenshtein's distance; a name that begins as typed counts as one step away. */
function distanceOf(typed: string, name: string): number {
  if (typed !== '' && name.startsWith(typed)) return 1;

  let above = Array.from({ length: name.length + 1 }, (_, column) => column);
  for (let line = 1; line <= typed.length; line++) {
    const current = [line];
    for (let column = 1; column <= name.length; column++) {
      const replaced = at(above, column - 1) + (typed[line - 1] === name[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, at(above, column) + 1, at(current, column - 1) + 1));
    }
    above = current;
  }
  return at(above, name.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
