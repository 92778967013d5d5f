import type { ConsultationChangedV1 } from '#events/agency/consultation-changed.v1';
import type { ReceivedOf } from '#events/event';
import type { Line } from './line.ts';

type Consulted = Pick<ReceivedOf<typeof ConsultationChangedV1>, 'id' | 'time' | 'district' | 'data'>;

/** What the office has said; what the asker does itself it knows. */
export function lineOfConsultation({ id, time, district, data }: Consulted): Line | undefined {
  const { consultationId, asker: partyId, act } = data;
  if (act !== 'answer' && act !== 'ask-back') return undefined;
  const message = act === 'answer' ? 'consultation-answered' : 'consultation-asked-back';
  return { id, partyId, consultationId, district, at: time, message };
}
