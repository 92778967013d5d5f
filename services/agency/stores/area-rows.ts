import { plain } from '#shared/plain';
import { ifAbsent, type Key, type Write } from '#shared/table';
import { countsOf, type Reuse, type ReuseChange } from '../domain/area/reuse.ts';

const partitionOf = (areaId: string) => `AREA#${areaId}`;
/** Counters that every act of a project there adds to, whoever else does. */
export const countsKey = (id: string): Key => ({ pk: partitionOf(id), sk: 'REUSE' });
/** What was counted for a project: the same is taken off again. */
export const reuseKey = (areaId: string, projectId: string): Key => ({ pk: partitionOf(areaId), sk: `P#${projectId}` });

/** What a project reuses is counted in its own act, so that nobody is counted twice or forgotten. */
export function reuseWrites(projectId: string, change: ReuseChange | undefined): Write[] {
  if (!change) return [];
  const { was, is } = change;
  if (was && is && was.areaId === is.areaId) return recounted(projectId, was, is);
  return [...(was ? uncounted(projectId, was) : []), ...(is ? counted(projectId, is) : [])];
}

const rowOf = (projectId: string, { areaId, saved }: Reuse) => ({
  ...reuseKey(areaId, projectId),
  schema: 1,
  saved: saved.map(plain),
});

const counted = (projectId: string, is: Reuse): Write[] => [
  { put: rowOf(projectId, is), when: ifAbsent },
  { add: countsKey(is.areaId), by: countsOf(is, 1) },
];

const uncounted = (projectId: string, was: Reuse): Write[] => [
  { remove: reuseKey(was.areaId, projectId) },
  { add: countsKey(was.areaId), by: countsOf(was, -1) },
];

function recounted(projectId: string, was: Reuse, is: Reuse): Write[] {
  const by = new Map(Object.entries(countsOf(was, -1)));
  for (const [name, n] of Object.entries(countsOf(is, 1))) by.set(name, (by.get(name) ?? 0) + n);
  const changes = [...by].filter(([, n]) => n !== 0);
  if (changes.length === 0) return [];
  return [{ put: rowOf(projectId, is) }, { add: countsKey(is.areaId), by: Object.fromEntries(changes) }];
}
