import { PeriodChangedV1 } from '#events/payments/period-changed.v1';
import { queueHandler } from '#shared/queue';
import { closing } from '../../services/payments/closing.ts';
import type { openPayments } from './payments.ts';
import { sqsEvent } from './sqs-event.ts';

type World = Pick<ReturnType<typeof openPayments>, 'deps' | 'send' | 'facts' | 'finance' | 'checker' | 'clock'>;

const kindOf = (id: string) => ({ 10: 'days', 7: 'months', 4: 'years' })[id.length] ?? 'days';

/** Closes days, months and years by two people, and runs what seals them. */
export function closingBooks(world: World) {
  const run = queueHandler(closing, world.deps);
  const taken = new Set<string>();
  const act = (id: string, name: string, body: object = {}) => {
    const actor = name === 'propose' ? world.finance : world.checker;
    return world.send('POST', `/payments/${kindOf(id)}/${id}/${name}`, { actor, body });
  };
  const read = async (id: string) =>
    (await world.send('GET', `/payments/${kindOf(id)}/${id}`, { actor: world.finance })).body;
  /** Every fact of the close is taken, those that these lead to as well. */
  async function settle(): Promise<void> {
    for (;;) {
      const fresh = world.facts(PeriodChangedV1.type).filter(({ id }) => !taken.has(id));
      if (fresh.length === 0) return;
      for (const one of fresh) {
        taken.add(one.id);
        const { batchItemFailures } = await run(sqsEvent(one));
        if (batchItemFailures.length > 0) throw new Error('a fact of the close was not taken');
      }
    }
  }
  return {
    act,
    read,
    settle,
    /** By two people; gives how it stands then. */
    async close(id: string) {
      const proposed = await act(id, 'propose');
      if (proposed.status !== 200) throw new Error(JSON.stringify(proposed.body));
      const { ageing } = await read(id);
      const approved = await act(id, 'approve', ageing ? { ageing } : {});
      if (approved.status !== 200) throw new Error(JSON.stringify(approved.body));
      await settle();
      return read(id);
    },
  };
}
