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
      let n = 0;
      for (; n + factsAtOnce < facts.length; n += factsAtOnce) {
        await table.transact(outboxWrites(publisher, subject, { facts: facts.slice(n, n + factsAtOnce), cause }));
      }
      const last = outboxWrites(publisher, subject, { facts: facts.slice(n), cause });
      const writes = [...(mark ? markWrites({ ...cause, mark }) : []), ...last];
      if (writes.length > 0) await table.transact(writes);
    },
  };
}
