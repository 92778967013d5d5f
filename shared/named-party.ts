import * as z from 'zod';
import { personDocument, uscc, type PartyDocument } from '#shared/party';
import { once } from '#shared/once';

/** A party as staff name it: by a document that they see. */
export const namedParty = once(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('organisation'), uscc: uscc() }),
    z.strictObject({ kind: z.literal('person'), document: personDocument() }),
  ]),
);
export type NamedParty = z.infer<ReturnType<typeof namedParty>>;

/** The document from which a party's id is made. */
export function documentIn(given: NamedParty): PartyDocument {
  return given.kind === 'person' ? given.document : { kind: 'uscc', number: given.uscc };
}

/** Where the number stands by which a party is named. */
export const numberIn = ({ kind }: NamedParty, pointer: string): string =>
  kind === 'person' ? `${pointer}/document/number` : `${pointer}/uscc`;
