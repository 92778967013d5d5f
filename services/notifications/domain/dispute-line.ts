import type { DisputeChangedV1 } from '#events/materials/dispute-changed.v1';
import type { ReceivedOf } from '#events/event';
import type { KnownCase, Line } from './line.ts';

type Told = Pick<ReceivedOf<typeof DisputeChangedV1>, 'id' | 'time' | 'district' | 'data'>;

/** What has become of what a party disputes; that it took it back it knows. */
export function lineOfDispute({ id, time, district, data }: Told, known?: KnownCase): Line | undefined {
  const { partyId, caseId, state, late, itemKey = known?.itemKey } = data;
  if (state === 'withdrawn') return undefined;
  const message = state === 'open' && late ? ('dispute-late' as const) : (`dispute-${state}` as const);
  return { id, partyId, caseId, itemKey, district: known?.district ?? district, at: time, message };
}
