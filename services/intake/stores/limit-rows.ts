import { plain } from '#shared/plain';
import type { Write } from '#shared/table';
import { isOpen } from '../domain/case/ahead.ts';
import { longest } from '../domain/clock/band.ts';
import type { Application } from '../domain/case/application.ts';
import { recordKey } from './rows.ts';

export const limitListKey = 'LIMITS';
export const departmentLimitsKey = (department: string) => `${limitListKey}#${department}`;

/** The list of a department's cases whose limits are of like length, by due time, or that are paused, by when that began. */
export const lightListKey = (department: string, place: number | 'paused') => `LIGHT#${department}#${place}`;

/** The write that moves an open case in the lists by due time, in which the overdue ones come first, and by light. */
export function limitWrites(before: Application, after: Application): Write[] {
  const [was, is] = [endOf(before), endOf(after)];
  const { id, itemKey, number, department } = after;
  const key = { pk: recordKey(id).pk, sk: 'LIMIT' };
  if (JSON.stringify(was) === JSON.stringify(is)) return [];
  if (!is) return [{ remove: key }];
  const { band, pausedSince, ...limit } = is;
  const row = { ...key, schema: 2, ...plain({ caseId: id, itemKey, number, department, ...limit }) };
  if (pausedSince) return [{ put: { ...row, ...byLight(department, 'paused', `${pausedSince.toISOString()}#${id}`) } }];
  const sort = `${limit.dueAt?.toISOString()}#${id}`;
  const places = { pk1: limitListKey, sk1: sort, pk2: departmentLimitsKey(department), sk2: sort };
  return [{ put: { ...row, ...places, ...byLight(department, band ?? longest, sort) } }];
}

const byLight = (department: string, place: number | 'paused', sort: string) => ({
  pk3: lightListKey(department, place),
  sk3: sort,
});

interface End {
  acceptedAt: Date | undefined;
  dueAt: Date | undefined;
  provisional: boolean;
  band: number | undefined;
  pausedSince: Date | undefined;
}

/** The end of its promise, or since when a pause keeps it from one, and since when it is accepted; undefined where none runs. */
function endOf(application: Application): End | undefined {
  const { dueAt, provisional = false, band, pausedSince } = application.ahead ?? {};
  if (!isOpen(application) || !(dueAt ?? pausedSince)) return undefined;
  return { acceptedAt: application.acceptedAt, dueAt, provisional, band, pausedSince };
}
