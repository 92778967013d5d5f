import type { Cause } from '#shared/cause';
import { markWrites, outboxWrites, type Publisher } from '#shared/outbox';
import { plain } from '#shared/plain';
import { ifAbsent, ifSequence, type Key, type Row, type Table, type Write } from '#shared/table';
import { timelineRow } from '#shared/timeline';
import { begun, dueFacts, handOver, progress, type HandOver, type Progress } from '../domain/officer/hand-over.ts';

const recordKey = (id: string): Key => ({ pk: `HANDOVER#${id}`, sk: 'REC' });
const progressKey = (id: string): Key => ({ ...recordKey(id), sk: 'PROGRESS' });
const readIn = ({ pk, sk, schema, ...row }: Row): Row => row;

/** How far a hand-over was when it was read, and how far it is now. */
export interface Step {
  id: string;
  was: Progress;
  is: Progress;
}

export const stepWrite = ({ id, was, is }: Step): Write => ({
  put: { ...progressKey(id), schema: 1, ...plain(is) },
  when: ifSequence(was.sequence),
});

/** Hand-overs of all that an officer carries. */
export function handOverStore(table: Table, publisher: Publisher) {
  return {
    async get(id: string): Promise<{ handOver: HandOver; progress: Progress } | undefined> {
      const [record, far] = await table.getAll([recordKey(id), progressKey(id)]);
      if (!record || !far) return undefined;
      return { handOver: handOver().parse(readIn(record)), progress: progress().parse(readIn(far)) };
    },

    async begin(made: HandOver, cause: Cause): Promise<void> {
      const { pk } = recordKey(made.id);
      const { recorded, entryRow } = timelineRow(made, { pk, act: 'begin', version: made.version }, cause);
      await table.transact([
        ...markWrites(cause),
        { put: { ...recordKey(made.id), schema: 1, ...plain(recorded) }, when: ifAbsent },
        { put: { ...progressKey(made.id), schema: 1, ...plain(begun) }, when: ifAbsent },
        { put: entryRow, when: ifAbsent },
        ...dueWrites(made.id, begun, cause),
      ]);
    },

    /** A project that nobody could take is passed over. */
    skip: (step: Step) => table.transact([stepWrite(step)]),

    /** A page is done with: the fact that led here is, too, and the next one is told. */
    turn: (step: Step, cause: Cause) =>
      table.transact([...markWrites(cause), stepWrite(step), ...dueWrites(step.id, step.is, cause)]),
  };

  function dueWrites(id: string, is: Progress, cause: Cause): Write[] {
    return outboxWrites(publisher, { id, version: is.sequence }, { facts: dueFacts(id, is), cause });
  }
}
