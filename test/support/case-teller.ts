import type { Envelope } from '#events/event';
import { ApplicationSubmittedV1 } from '#events/intake/application-submitted.v1';
import { CaseChangedV2 } from '#events/intake/case-changed.v2';
import { StageChangedV1 } from '#events/intake/stage-changed.v1';
import { envelopeOf, uuid } from './facts.ts';

/** Version of what it is told of, and day of August 2026. */
export type When = readonly [sequence: number, day: number];

const timeOf = (day: number): string => `2026-08-${String(day).padStart(2, '0')}T02:00:00.000Z`;

/** What the set's intake tells of the n-th case of a project. */
export function tellerOf(projectId: string | undefined, n = 1) {
  const id = uuid(n, 1);
  const of = { caseId: id, ...(projectId && { projectId }) };
  const fact = (type: string, [sequence, day]: When, data: object): Envelope =>
    envelopeOf({
      id: uuid(n * 100 + sequence),
      type,
      subject: id,
      sequence,
      time: timeOf(day),
      data: { ...of, ...data },
    });
  return {
    caseId: id,
    submitted: (day: number, itemKey: string, rest: object = {}) =>
      fact(ApplicationSubmittedV1.type, [2, day], {
        itemKey,
        version: 1,
        district: 'gulou',
        partyId: 'p_investor',
        departments: ['ndrc'],
        materials: [],
        ...rest,
      }),
    changed: (when: When, state: string, rest: object = {}) =>
      fact(CaseChangedV2.type, when, { state, provisional: false, reasonCode: 'x', ...rest }),
  };
}

/** What it tells of the bundle of a stage. */
export const toldOfStage = (
  { projectId, stage, round = 1 }: { projectId: string; stage: number; round?: number },
  [sequence, day]: When,
  data: { state: string; items?: readonly object[] },
): Envelope =>
  envelopeOf({
    id: uuid(9_000_000 + stage * 10_000 + round * 100 + sequence),
    type: StageChangedV1.type,
    subject: uuid(stage * 10 + round, 2),
    sequence,
    time: timeOf(day),
    data: {
      partyId: 'p_investor',
      bundleId: uuid(stage * 10 + round, 2),
      projectId,
      stage,
      round,
      lead: 'mnr',
      at: timeOf(day),
      items: [],
      ...data,
    },
  });
