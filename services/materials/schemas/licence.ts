import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { licenceState } from '../domain/licence/state.ts';

export const licenceQuery = once(() =>
  z.object({
    ...pageQuery(),
    partyId: z.string().max(64).optional().meta({ description: 'The holder, where it is not the caller himself' }),
  }),
);

const edition = once(() => ({
  status: licenceState,
  number: z.string().meta({ description: 'Its id (GB/T 36904), by which anybody can look it up' }),
  validFrom: z.iso.date(),
  validUntil: z.iso.date().optional().meta({ description: 'Its last day; absent where it has no end' }),
}));

const issued = once(() => ({
  type: z.string().meta({ description: 'Which licence it is, as the catalogue names it: `food-business-licence`' }),
  district: z.string().meta({ description: 'The set whose office gave it' }),
  department: z.string(),
  issuer: z.string().meta({ description: 'Unified social credit code of the office' }),
}));

export const licenceReply = once(() =>
  z
    .object({
      id: z.uuid(),
      version: z.int(),
      partyId: z.string().meta({ description: 'The holder, pseudonymous' }),
      itemKey: z.string(),
      ...issued(),
      issuedAt: z.iso.datetime(),
      edition: z.int().meta({ description: 'The one in its place now' }),
      ...edition(),
      editions: z.array(z.object({ n: z.int(), caseId: z.uuid(), ...edition() })),
    })
    .meta({ id: 'Licence' }),
);
export const licencePage = once(() => pageOf(licenceReply()).meta({ id: 'LicencePage' }));

export const publicLicence = once(() =>
  z
    .object({
      ...issued(),
      holder: z
        .string()
        .optional()
        .meta({ description: 'Its holder by a masked name; absent for the moment until its paper is there' }),
      ...edition(),
    })
    .meta({ id: 'PublicLicence', description: 'An edition of a licence as anybody sees it' }),
);
