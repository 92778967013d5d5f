import type { Fact } from '#events/event';
import type { Cause } from '#shared/cause';
import { markWrites, outboxWrites, type Publisher } from '#shared/outbox';
import type { Table } from '#shared/table';

/** A transaction has a hundred writes. */
const factsAtOnce = 90;

/** What is told of a catalogue: too much for one transaction where much has changed. */
export function catalogueTelling(table: Table, publisher: Publisher) {
  return {
    /** The facts in as many transactions as they take; the mark of the cause, where it has one, with the last. */
    async tell(facts: readonly Fact[], version: number, { mark, ...cause }: Cause): Promise<void> {
      const subject = { id: `items-${publisher.district}`, version };
      for (let n = 0; n < facts.length; n += factsAtOnce) {
        const some = { facts: facts.slice(n, n + factsAtOnce), cause };
        await table.transact(outboxWrites(publisher, subject, some));
      }
      if (mark) await table.transact(markWrites({ ...cause, mark }));
    },
  };
}
