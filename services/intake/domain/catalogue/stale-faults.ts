import type { CatalogueFault } from './faults.ts';
import type { Catalogue } from './line.ts';
import type { Outline } from './outline.ts';

/**
 * What others have published of the same items since an edition was prepared: it would be undone by an edition that does not know of
 * it. `base` is the catalogue on which it was prepared, the last when it was edited.
 */
export function staleFaults(
  { items, withdraw, whole }: Pick<Outline, 'items' | 'withdraw' | 'whole'>,
  current: Catalogue | undefined,
  base: number | undefined,
): CatalogueFault[] {
  if (base === undefined) return [];
  const fresh = [...(current?.items ?? []), ...(current?.withdrawn ?? [])].filter(({ since }) => since > base);
  const changed = new Map(fresh.map(({ key, since }) => [key, String(since)]));
  const named = Object.entries({ items, withdraw }).flatMap(([list, all]) =>
    all.flatMap(({ key }, n) => {
      const about = changed.get(key);
      return about === undefined ? [] : [{ path: [list, n], code: 'changed-since' as const, about }];
    }),
  );
  const posted = new Set([...items, ...withdraw].map(({ key }) => key));
  // A whole catalogue ends what it does not name.
  const unnamed = whole ? [...changed].filter(([key]) => !posted.has(key)) : [];
  return [...named, ...unnamed.map(([, about]) => ({ path: ['items'], code: 'changed-since' as const, about }))];
}
