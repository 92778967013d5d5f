import type { Cause } from '#shared/cause';
import { partyStore } from '#shared/merged-parties';
import { openTable } from '#shared/table';
import { contactStore } from '../../../services/notifications/stores/contacts.ts';
import type { Inside } from '../../support/inside.ts';

const atOnce = 32;

/** A mobile number of the mainland that belongs to nobody here. */
export const numberOf = (n: number): string => `+86139${String(n).padStart(8, '0')}`;
export const partyOf = (n: number): string => `p_bench_${n}`;

/** Parties with a verified number each, in whose day no hour is quiet; written as the service writes what somebody says of himself. */
export async function reachParties({ documents, table }: Inside, many: number, at: Date): Promise<void> {
  const kept = openTable(documents, table('fuzhou-notifications'));
  const contacts = contactStore(kept, partyStore(kept));
  const actor = { sub: 'bench', kind: 'service' as const, partyId: 'none' };
  const cause: Cause = { at, actor, office: 'fuzhou/bench', correlationId: 'bench', causationId: 'bench' };
  const save = (n: number) =>
    contacts.save(
      {
        act: 'change',
        contact: {
          partyId: partyOf(n),
          version: 1,
          addresses: [{ channel: 'sms', value: numberOf(n), verifiedAt: at }],
          language: 'zh',
          quiet: { from: '00:00', until: '00:00' },
          optOuts: [],
          timelineHash: '',
        },
      },
      cause,
    );
  for (let n = 0; n < many; n += atOnce) {
    await Promise.all(Array.from({ length: Math.min(atOnce, many - n) }, (_, at) => save(n + at)));
  }
}
