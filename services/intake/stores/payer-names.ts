import type { Fact } from '#events/event';
import type { Cause } from '#shared/cause';
import { markWrites, outboxWrites, type Publisher } from '#shared/outbox';
import type { Table } from '#shared/table';

/** That a payer is named; the name itself has been handed over, and is kept here nowhere but in its form. */
export function payerNames(table: Pick<Table, 'transact'>, publisher: Publisher) {
  return {
    async named(told: Fact, of: { assessmentId: string; revision: number }, cause: Cause): Promise<void> {
      const subject = { id: `${of.assessmentId}.payer`, version: of.revision };
      await table.transact([...markWrites(cause), ...outboxWrites(publisher, subject, { facts: [told], cause })]);
    },
  };
}
