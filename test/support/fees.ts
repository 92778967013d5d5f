import { BillChangedV1 } from '#events/payments/bill-changed.v1';
import { CaseChangedV2 } from '#events/intake/case-changed.v2';
import type { Envelope } from '#events/event';
import { queueHandler } from '#shared/queue';
import type * as z from 'zod';
import type { IntakeDeps } from '../../services/intake/deps.ts';
import { subscriptions } from '../../services/intake/subscriptions.ts';
import { envelopeOf, uuid } from './facts.ts';
import { sqsEvent } from './sqs-event.ts';
import type { IntakeWorld } from './intake.ts';

type BillData = z.infer<(typeof BillChangedV1)['data']>;

let bills = 0;
/** What payments in the city tells Gulou of the bill of a case's n-th assessment: as paid, unless said otherwise. */
export const billFact = (
  caseId: string,
  [n, sequence]: readonly [n: number, sequence: number],
  rest: Partial<BillData> = {},
): Envelope =>
  envelopeOf({
    id: uuid((bills += 1), 8),
    source: 'banshi/fuzhou/payments',
    type: BillChangedV1.type,
    subject: uuid(n, 5),
    sequence,
    district: 'fuzhou',
    toDistrict: 'gulou',
    data: {
      billId: uuid(n, 5),
      assessmentId: `${caseId}.${n}`,
      revision: 1,
      caseId,
      state: 'paid',
      paidFen: 0,
      refundedFen: 0,
      ...rest,
    },
  });

/** Brings facts to intake as its inbox does; gives how many failed. */
export async function toldFees(deps: IntakeDeps, ...events: readonly Envelope[]): Promise<number> {
  const { batchItemFailures } = await queueHandler(subscriptions, deps)(sqsEvent(...events));
  return batchItemFailures.length;
}

/** Lets the fees follow what has happened to cases so far, as the bus would; safe to call again. */
export async function follow(world: IntakeWorld): Promise<void> {
  const facts = (await world.facts()).filter(({ type }) => type === CaseChangedV2.type);
  if ((await toldFees(world.deps, ...facts)) > 0) throw new Error('a fact of a case failed');
}

/** Facts about the fees of a case, oldest first, those of one act by name: what they are and what they say. */
export async function feeFacts(
  world: IntakeWorld,
  caseId: string,
): Promise<[type: string, data: Record<string, unknown>][]> {
  const facts = (await world.facts()).filter(({ subject }) => subject === `${caseId}.fees`);
  const inOrder = facts.toSorted((a, b) => a.sequence - b.sequence || (a.type < b.type ? -1 : 1));
  return inOrder.map(({ type, data }) => [type.replace(/^intake\.|\.v1$/g, ''), data]);
}
