import type { Cause } from '#shared/cause';
import { plain } from '#shared/plain';
import type { Write } from '#shared/table';
import type { Application } from '../domain/case/application.ts';
import type { Warning } from '../domain/supervision/warning.ts';
import { recordKey } from './rows.ts';

/** Those told to the supervisors, or to the head of one department. */
export const warningListKey = ({ to, department }: Pick<Warning, 'to' | 'department'>) =>
  to === 'supervisor' ? 'WARNINGS#supervisor' : `WARNINGS#head#${department}`;

const nameOf = ({ kind, to, task }: Warning) => (task === undefined ? `${kind}-${to}` : `${kind}-${task}`);

/** The sort key of a warning's row by its place in a list. */
export const warningSortKey = (sort: string): string => `W#${sort.slice(sort.lastIndexOf('#') + 1)}`;

/** The row of a warning that an act gives, in the list of whoever must read it. */
export function warningWrites(application: Application, given: Warning | undefined, { at }: Cause): Write[] {
  if (!given) return [];
  const { id, itemKey, number } = application;
  const since = at.toISOString();
  const place = { pk1: warningListKey(given), sk1: `${since}#${id}#${nameOf(given)}` };
  const told = plain({ caseId: id, itemKey, number, ...given, at: since });
  return [{ put: { pk: recordKey(id).pk, sk: `W#${nameOf(given)}`, schema: 1, ...told, ...place } }];
}
