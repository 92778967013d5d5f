import type { Write } from '#shared/table';
import type { Application } from '../domain/case/application.ts';
import type { DueAt } from '../domain/clock/limit.ts';
import { plain, recordKey } from './rows.ts';

/** The promised limit of a running case before and after an act; undefined where none runs to an end. */
export interface Running {
  was: DueAt | undefined;
  is: DueAt | undefined;
  /** True where the row may say otherwise than `was`: after a change of the calendar. */
  always?: boolean;
}

export const limitListKey = 'LIMITS';
export const departmentLimitsKey = (department: string) => `${limitListKey}#${department}`;

/** The write that moves a running case in the lists by due time, in which the overdue ones come first. */
export function limitWrites(application: Application, { was, is, always }: Running): Write[] {
  const { id, itemKey, number, department, acceptedAt } = application;
  const key = { pk: recordKey(id).pk, sk: 'LIMIT' };
  if (!always && JSON.stringify(was) === JSON.stringify(is)) return [];
  if (!is) return [{ remove: key }];
  const sort = `${is.dueAt.toISOString()}#${id}`;
  const places = { pk1: limitListKey, sk1: sort, pk2: departmentLimitsKey(department), sk2: sort };
  return [
    {
      put: { ...key, schema: 1, ...plain({ caseId: id, itemKey, number, department, acceptedAt, ...is }), ...places },
    },
  ];
}
