import * as z from 'zod';
import { personDocument, uscc, type PartyDocument } from '#shared/party';
import { once } from '#shared/once';

/** A party as staff name it: by a document that they see. */
export const applicant = once(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('organisation'), uscc: uscc() }),
    z.strictObject({ kind: z.literal('person'), document: personDocument() }),
  ]),
);
export type ApplicantInput = z.infer<ReturnType<typeof applicant>>;

/** The document from which a party's id is made. */
export function documentIn(given: ApplicantInput): PartyDocument {
  return given.kind === 'person' ? given.document : { kind: 'uscc', number: given.uscc };
}

/** Where the number stands by which a party is named. */
export const numberIn = ({ kind }: ApplicantInput, pointer: string): string =>
  kind === 'person' ? `${pointer}/document/number` : `${pointer}/uscc`;
