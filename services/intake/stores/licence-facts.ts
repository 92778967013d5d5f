import type { Fact } from '#events/event';
import type { Cause } from '#shared/cause';
import { markWrites, outboxWrites, type Publisher } from '#shared/outbox';
import type { Table } from '#shared/table';
import type { Application } from '../domain/case/application.ts';

/** Tells of the licences of a case that was decided: nothing but the facts and their mark is written. */
export function licenceFactStore(table: Pick<Table, 'transact'>, publisher: Publisher) {
  return {
    async tell(decided: Application, facts: readonly Fact[], cause: Cause): Promise<void> {
      await table.transact([...markWrites(cause), ...outboxWrites(publisher, decided, { facts, cause })]);
    },
  };
}
