import { AuthorityChangedV1 } from '#events/agency/authority-changed.v1';
import { PartyMergedV1 } from '#events/intake/party-merged.v1';
import type { Envelope } from '#events/event';
import { queueHandler, on } from '#shared/queue';
import type * as z from 'zod';
import type { IntakeDeps } from '../../services/intake/deps.ts';
import { onAuthorityChanged } from '../../services/intake/functions/facts/on-authority-changed.ts';
import { onPartyMerged } from '../../services/intake/functions/facts/on-party-merged.ts';
import { envelopeOf, uuid } from './facts.ts';
import { sqsEvent } from './sqs-event.ts';

let facts = 0;
const nextId = () => uuid((facts += 1), 9);

type AuthorityData = z.infer<(typeof AuthorityChangedV1)['data']>;

/** A fact of the city's agency: the n-th authority, of a handler of the company unless said otherwise. */
export const authorityFact = (n: number, sequence: number, rest: Partial<AuthorityData> = {}): Envelope =>
  envelopeOf({
    id: nextId(),
    source: 'banshi/fuzhou/agency',
    type: AuthorityChangedV1.type,
    subject: uuid(n, 7),
    sequence,
    district: 'fuzhou',
    toDistrict: '*',
    data: {
      authorityId: uuid(n, 7),
      kind: 'handler',
      principal: 'p_company',
      delegate: 'p_handler',
      scope: { items: ['food-business-licence'] },
      from: '2026-07-01T00:00:00.000Z',
      until: '2027-07-01T00:00:00.000Z',
      state: 'active',
      ...rest,
    },
  });

/** A fact of the city's intake: the n-th merge, of two ids. */
export const mergeFact = (n: number, [into, from]: readonly [string, string], state: 'merged' | 'undone'): Envelope =>
  envelopeOf({
    id: nextId(),
    source: 'banshi/fuzhou/intake',
    type: PartyMergedV1.type,
    subject: uuid(n, 6),
    sequence: state === 'merged' ? 2 : 3,
    district: 'fuzhou',
    toDistrict: '*',
    data: { mergeId: uuid(n, 6), from: [from], into, state },
  });

/** Brings facts to intake as its inbox does; gives how many failed. */
export async function told(deps: IntakeDeps, ...events: readonly Envelope[]): Promise<number> {
  const consume = queueHandler(
    [
      on(AuthorityChangedV1, 'intake.on-authority-changed', onAuthorityChanged),
      on(PartyMergedV1, 'intake.on-party-merged', onPartyMerged),
    ],
    deps,
  );
  const { batchItemFailures } = await consume(sqsEvent(...events));
  return batchItemFailures.length;
}
