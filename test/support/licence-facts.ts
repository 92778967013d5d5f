import { createHash } from 'node:crypto';
import type { Envelope } from '#events/event';
import { numberFor } from '#shared/licence-number';
import { envelopeOf, uuid } from './facts.ts';
import { pdfOf } from './pdf.ts';

/** Of the n-th case of a day. */
const idOf = (n: number) => ({
  issuer: '11350199MB0102031K',
  serial: `00013100300020260803${String(n).padStart(4, '0')}`,
});
/** The id of the licence, or the edition, that the n-th case gave. */
export const numberOf = (n: number): string => numberFor(idOf(n));

/** What a decision gives; `until` is its last day. */
const editionOf = (n: number, until?: string) => ({
  ...idOf(n),
  validFrom: '2026-08-03',
  ...(until && { validUntil: until }),
});

interface Said {
  /** The licence that it is about; its own where it gives one. */
  upon?: number;
  partyId?: string;
  until?: string;
  /** Minutes after the first decision. */
  minute?: number;
  undoes?: number;
}

/** The fact that the n-th case was decided, and what that does to a licence. */
export function decidedAt(n: number, act: string, said: Said = {}): { licenceId: string; fact: Envelope } {
  const { upon = n, partyId = 'p_company', until, minute = 0, undoes } = said;
  const licenceId = uuid(upon, 3);
  const given = act === 'issue' || act === 'change';
  const data = {
    caseId: uuid(n, 3),
    licenceId,
    act,
    at: new Date(Date.UTC(2026, 7, 3, 1, minute)).toISOString(),
    ...(given && { edition: editionOf(n, until) }),
    ...(undoes !== undefined && { undoes: uuid(undoes, 3) }),
    ...(act === 'issue' && {
      licence: { partyId, type: 'food-business-licence', itemKey: 'food', department: 'amr' },
    }),
  };
  const fact = envelopeOf({ id: uuid(n, 4), type: 'intake.licence-decided.v1', subject: data.caseId, data });
  return { licenceId, fact };
}

/** The fact that the company has taken what the n-th case gave. */
export function deliveredAt(n: number): Envelope {
  const caseId = uuid(n, 3);
  const whose = { caseId, itemKey: 'food', district: 'gulou', partyId: 'p_company' };
  const data = { ...whose, state: 'delivered', way: 'download', reasonCode: 'download' };
  return envelopeOf({ id: uuid(n, 13), type: 'intake.delivery-changed.v1', subject: `delivery-${caseId}`, data });
}

/** The fact that the paper of what the n-th case gave is handed over, and what stands in the bucket. */
export function madeAt(n: number, { upon = n, holder = '示例餐饮有限公司', pdf = pdfOf(`licence ${n}`) } = {}) {
  const piece = Buffer.from(JSON.stringify({ holder, pdf: pdf.toString('base64') }));
  const sha256 = createHash('sha256').update(piece).digest('hex');
  const [caseId, licenceId] = [uuid(n, 3), uuid(upon, 3)];
  const data = { caseId, licenceId, ref: `intake.licence-made.v1/gulou/${caseId}/${sha256}.json`, sha256 };
  return { made: envelopeOf({ id: uuid(n, 6), type: 'intake.licence-made.v1', subject: caseId, data }), piece, pdf };
}
