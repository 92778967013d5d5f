import type { Fact } from '#events/event';
import type { Cause } from '#shared/cause';
import { markWrites, outboxWrites, type Publisher } from '#shared/outbox';
import type { Table } from '#shared/table';
import { madeWrites } from './document-making.ts';
import type { Sealed } from './document-rows.ts';

/** Papers of licences: what is recorded of one goes with the fact that brings it to the city's library. */
export function licencePapers(table: Pick<Table, 'transact'>, publisher: Publisher) {
  return {
    async made(sealed: Sealed, told: Fact, cause: Cause): Promise<void> {
      const subject = { id: sealed.caseId, version: sealed.version };
      await table.transact([
        ...markWrites(cause),
        ...madeWrites(sealed),
        ...outboxWrites(publisher, subject, { facts: [told], cause }),
      ]);
    },
  };
}
