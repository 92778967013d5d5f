import { dayOf } from '#shared/calendar';
import { plain } from '#shared/plain';
import { ifAbsent, ifSequence, type Key, type Write } from '#shared/table';
import { talliesOf, type Tally } from '../domain/officer/load.ts';
import type { ProjectChange } from '../domain/project/change.ts';
import { projectKey } from './project-rows.ts';

export const loadKey = (officer: string): Key => ({ pk: `OFFICER#${officer}`, sk: 'LOAD' });
export const resultsPrefix = 'R#';
const resultsKey = (officer: string, month: string): Key => ({
  pk: loadKey(officer).pk,
  sk: `${resultsPrefix}${month}`,
});
export const turnKey = (team: string): Key => ({ pk: `TEAM#${team}`, sk: 'TURN' });
export const assignedPrefix = 'A#';

/** The counters of the officers whom acts concern, changed with the acts themselves. */
export const tallyWrites = (changes: readonly ProjectChange[], at: Date): Write[] =>
  talliesOf(changes).flatMap((tally) => [...loadWrites(tally, at), ...resultWrites(tally.officer, tally.results, at)]);

function loadWrites({ officer, load, results }: Tally, at: Date): Write[] {
  if (Object.keys(load).length === 0) return [];
  const given = results.given === undefined ? {} : { givenAt: at.toISOString() };
  return [{ add: loadKey(officer), by: load, set: { schema: 1, officer, ...given } }];
}

/** Adds to what an officer has done in the month of a moment; nothing where there is nothing to add. */
export function resultWrites(officer: string, by: Record<string, number>, at: Date): Write[] {
  if (Object.keys(by).length === 0) return [];
  const month = dayOf(at).slice(0, 7);
  return [{ add: resultsKey(officer, month), by, set: { schema: 1, officer, month } }];
}

/** Why an officer was chosen stays beside his project; and the turn of his team is taken by nobody else meanwhile. */
export function assignedWrites({ project: { id, version }, assigned }: ProjectChange, at: Date): Write[] {
  if (!assigned) return [];
  const { turn, ...said } = assigned;
  const key = { pk: projectKey(id).pk, sk: `${assignedPrefix}${String(version).padStart(6, '0')}` };
  const next = { ...turnKey(said.team), schema: 1, sequence: turn + 1 };
  return [
    { put: { ...key, schema: 1, at: at.toISOString(), ...plain(said) }, when: ifAbsent },
    { put: next, when: turn === 0 ? ifAbsent : ifSequence(turn) },
  ];
}
