import type { AgencyDeps } from '../../deps.ts';
import type { Here } from '../../domain/problem/change.ts';

type Deps = Pick<AgencyDeps, 'set' | 'city' | 'calendars' | 'settings'>;

/** Where and when something is decided, and by which limits. */
export async function hereAt(at: Date, { set, city, calendars, settings }: Deps): Promise<Here> {
  const [counting, limiting] = await Promise.all([calendars(), settings()]);
  const [calendar, { limits }] = await Promise.all([counting.current(), limiting.current()]);
  return { set, city, at, calendar, limits };
}
