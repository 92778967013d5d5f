import { fact } from '#events/event';
import { CopyDueV1 } from '#events/materials/copy-due.v1';
import type { Cause } from '#shared/cause';
import { outboxWrites, type Publisher } from '#shared/outbox';
import { plain } from '#shared/plain';
import { ifAbsent, type Key, type Row, type Write } from '#shared/table';
import type { Copy } from '../domain/copy/copy.ts';

export const copyKey = (id: string): Key => ({ pk: `COPY#${id}`, sk: 'REC' });
const dayInSeconds = 24 * 3600;

export function copyRow(found: Copy): Key & Row {
  // Its address is given for minutes; what is left of it is of no use to anybody.
  const expiresAt = Math.floor(found.at.getTime() / 1000) + 2 * dayInSeconds;
  return { ...copyKey(found.id), schema: 1, ...plain(found), expiresAt };
}

/** A copy that is to be made, with the fact that has it made: written in the act that lets somebody read. */
export function copyWrites(publisher: Publisher, found: Copy, cause: Cause): Write[] {
  const facts = [fact(CopyDueV1, { copyId: found.id })];
  return [
    { put: copyRow(found), when: ifAbsent },
    ...outboxWrites(publisher, { id: found.id, version: 1 }, { facts, cause }),
  ];
}
