import type { ConsultationChangedV1 } from '#events/agency/consultation-changed.v1';
import type { GuidanceGivenV1 } from '#events/agency/guidance-given.v1';
import type { ProblemChangedV1 } from '#events/agency/problem-changed.v1';
import type { ReceivedOf } from '#events/event';
import type { Line } from './line.ts';

type Guided = Pick<ReceivedOf<typeof GuidanceGivenV1>, 'id' | 'time' | 'district' | 'data'>;
type Troubled = Pick<ReceivedOf<typeof ProblemChangedV1>, 'id' | 'time' | 'district' | 'data'>;
type Consulted = Pick<ReceivedOf<typeof ConsultationChangedV1>, 'id' | 'time' | 'district' | 'data'>;

/** What the office has said; what the asker does itself it knows. */
export function lineOfConsultation({ id, time, district, data }: Consulted): Line | undefined {
  const { consultationId, asker: partyId, act } = data;
  if (act !== 'answer' && act !== 'ask-back') return undefined;
  const message = act === 'answer' ? 'consultation-answered' : 'consultation-asked-back';
  return { id, partyId, consultationId, district, at: time, message };
}

/** That it has gone up, from whichever set; that it is said to be solved, once the set knows it in which it was raised: there it is confirmed. */
export function lineOfProblem({ id, time, district, data }: Troubled): Line | undefined {
  const { problemId, investor: partyId, act, home } = data;
  const line = { id, partyId, problemId, district: home, at: time };
  if (act === 'escalate') return { ...line, message: 'problem-escalated' };
  return act === 'solve' && district === home ? { ...line, message: 'problem-solved' } : undefined;
}

export function lineOfGuidance({ id, time, district, data }: Guided): Line {
  const { projectId, investor: partyId } = data;
  return { id, partyId, projectId, district, at: time, message: 'guidance-given' };
}
