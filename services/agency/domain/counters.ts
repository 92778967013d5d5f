/** What is to be added to counters so that they hold `is` where they hold `was`. */
export function difference(was: Record<string, number>, is: Record<string, number>): Record<string, number> {
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return Object.fromEntries(
    names.map((name) => [name, (is[name] ?? 0) - (was[name] ?? 0)] as const).filter(([, n]) => n !== 0),
  );
}
