import type { Envelope } from '#events/event';
import { envelopeOf, uuid } from './facts.ts';

/** A case of the company in Gulou, as facts tell of it to the library. */
export const caseId = uuid(1, 1);

export interface Sent {
  requirement: string;
  materialId: string;
  version: number;
}
export const submitted = (materials: readonly Sent[], rest: object = {}): Envelope =>
  envelopeOf({
    id: uuid(11),
    type: 'intake.application-submitted.v1',
    subject: caseId,
    sequence: 2,
    data: {
      caseId,
      itemKey: 'x',
      version: 1,
      district: 'gulou',
      partyId: 'p_company',
      departments: ['amr'],
      materials,
      ...rest,
    },
  });
export const changed = (sequence: number, state: string): Envelope =>
  envelopeOf({
    id: uuid(20 + sequence),
    subject: caseId,
    sequence,
    data: { caseId, state, provisional: false, reasonCode: 'x' },
  });
export const givenAnew = (sequence: number, materials: readonly Sent[]): Envelope =>
  envelopeOf({
    id: uuid(40 + sequence),
    type: 'intake.materials-given.v1',
    subject: `materials-${caseId}`,
    sequence,
    data: { caseId, district: 'gulou', partyId: 'p_company', materials },
  });

export const used = (requirement: string, materialId: string, version = 1): Sent => ({
  requirement,
  materialId,
  version,
});
