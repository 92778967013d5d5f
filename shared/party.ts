import { createHmac } from 'node:crypto';

import * as z from 'zod';
import { once } from '#shared/once';
import { checkResidentId, checkUscc, normaliseNumber } from './identity-number.ts';

const residentId = () =>
  z.string().refine((text) => checkResidentId(text).ok, { error: 'not a resident identity number' });
const otherNumber = once(() =>
  z.string().refine((text) => /^[0-9A-Z]{4,20}$/.test(normaliseNumber(text)), {
    error: 'not a document number',
  }),
);

/** A code whose shape is right; a failing check digit is only a warning (`checkUscc`). */
export const uscc = once(() =>
  z.string().refine((text) => checkUscc(text).ok, { error: 'not a unified social credit code' }),
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
