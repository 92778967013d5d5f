import { plain } from '#shared/plain';
import type { Write } from '#shared/table';
import { isOpen } from '../domain/case/ahead.ts';
import type { Application } from '../domain/case/application.ts';
import { recordKey } from './rows.ts';

export const limitListKey = 'LIMITS';
export const departmentLimitsKey = (department: string) => `${limitListKey}#${department}`;

/** The write that moves a running case in the lists by due time, in which the overdue ones come first. */
export function limitWrites(before: Application, after: Application): Write[] {
  const [was, is] = [endOf(before), endOf(after)];
  const { id, itemKey, number, department } = after;
  const key = { pk: recordKey(id).pk, sk: 'LIMIT' };
  if (JSON.stringify(was) === JSON.stringify(is)) return [];
  if (!is) return [{ remove: key }];
  const sort = `${is.dueAt.toISOString()}#${id}`;
  const places = { pk1: limitListKey, sk1: sort, pk2: departmentLimitsKey(department), sk2: sort };
  return [
    {
      put: { ...key, schema: 1, ...plain({ caseId: id, itemKey, number, department, ...is }), ...places },
    },
  ];
}

/** The end of its promise, and since when it is accepted; undefined where none runs to an end. */
function endOf(
  application: Application,
): { dueAt: Date; provisional: boolean; acceptedAt: Date | undefined } | undefined {
  const { dueAt, provisional = false } = application.ahead ?? {};
  const { acceptedAt } = application;
  return dueAt && isOpen(application) ? { acceptedAt, dueAt, provisional } : undefined;
}
