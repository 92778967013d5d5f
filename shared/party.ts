import { createHmac } from 'node:crypto';

import * as z from 'zod';
import type { Saying } from '#shared/locale';
import { once } from '#shared/once';
import { checkResidentId, checkUscc, normaliseNumber } from './identity-number.ts';

const says = {
  residentId: { zh: '不是有效的居民身份证号码。', en: 'Not a resident identity number.' },
  document: { zh: '不是有效的证件号码。', en: 'Not a document number.' },
  uscc: { zh: '不是有效的统一社会信用代码。', en: 'Not a unified social credit code.' },
} satisfies Record<string, Saying>;

const residentId = () =>
  z
    .string()
    .refine((text) => checkResidentId(text).ok, { params: { code: 'wrong-identity-number', ...says.residentId } });
const otherNumber = once(() =>
  z.string().refine((text) => /^[0-9A-Z]{4,20}$/.test(normaliseNumber(text)), {
    params: { code: 'wrong-document-number', ...says.document },
  }),
);

/** A code whose shape is right; a failing check digit is only a warning (`checkUscc`). */
export const uscc = once(() =>
  z.string().refine((text) => checkUscc(text).ok, { params: { code: 'wrong-uscc', ...says.uscc } }),
);

/**
 * What identifies a person, in a token as at a window. Residence permits (81, 82, 83, 9…) are `resident-id`: the number
 * is of the same kind. Two countries may issue the same passport number, so a passport names its own (ISO 3166 alpha-3).
 */
export const personDocument = once(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('resident-id'), number: residentId() }),
    z.object({ kind: z.literal('hk-macau-permit'), number: otherNumber() }),
    z.object({ kind: z.literal('taiwan-permit'), number: otherNumber() }),
    z.object({ kind: z.literal('passport'), country: z.string().regex(/^[A-Z]{3}$/), number: otherNumber() }),
  ]),
);
export type PersonDocument = z.infer<ReturnType<typeof personDocument>>;

/** `account` stands for staff and machines whose issuer gives no document: the account itself, as it is written. */
export type PartyDocument = PersonDocument | { kind: 'uscc'; number: string } | { kind: 'account'; number: string };

/** The pseudonymous id of a party: the same from a window entry and from claims. Throws on a key too short to be secret. */
export function partyIdOf(cityKey: string, document: PartyDocument): string {
  if (cityKey.length < 32) throw new Error('the city key has fewer than 32 characters');

  const digest = createHmac('sha256', cityKey).update(keyedText(document)).digest('base64url');
  return `p_${digest.slice(0, 27)}`;
}

function keyedText(document: PartyDocument): string {
  if (document.kind === 'account') return `account:${document.number}`;

  const number = normaliseNumber(document.number);
  return document.kind === 'passport' ? `passport:${document.country}:${number}` : `${document.kind}:${number}`;
}
