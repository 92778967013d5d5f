import type { Write } from '#shared/table';
import type { Application } from '../domain/case/application.ts';
import type { Act } from '../domain/case/graph.ts';
import { barWrites } from './bar-rows.ts';
import { lapseWrites } from './breaches.ts';
import { dueWrites } from './due.ts';
import { licenceWrites } from './licence-rows.ts';
import { limitWrites } from './limit-rows.ts';
import { quotaWrites } from './quotas.ts';
import { taskWrites } from './task-rows.ts';

/** When, and by which act; none where a case begins. */
interface Moved {
  at: Date;
  act?: Act;
}

/** The rows of all lists and clocks in which a case stands: moved from where it was, or new where it begins. */
export function standingWrites(before: Application | undefined, after: Application, { at, act }: Moved): Write[] {
  const was: Application = before ?? { ...after, state: 'draft', ahead: undefined };
  return [
    ...taskWrites(was, after),
    ...dueWrites(before, after, at),
    ...quotaWrites(was, after),
    ...lapseWrites(was, after),
    ...barWrites(was, after),
    ...licenceWrites(was, after, act),
    ...limitWrites(was, after),
  ];
}
