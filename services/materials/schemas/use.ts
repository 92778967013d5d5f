import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { text } from '#shared/text';
import { caseUse } from '../domain/use/use.ts';
import { access } from '../stores/accesses.ts';
import { publicLicence } from './licence.ts';
import { askedCopy } from './copy.ts';
import { addressReply } from './material.ts';
import { sharedLineReply, sharedRecordReply } from './sharing.ts';

export const readUsedBody = once(() =>
  z.strictObject({ reason: text(200).meta({ description: 'Why; the owner reads it' }) }).meta({ id: 'ReadUsedInput' }),
);

/**
 * A PDF is read as a copy with a watermark, another file at its address; a licence is shown as it stands, with a copy of its paper
 * once that is there; what a provider has shared is shown itself.
 */
export const readUsedReply = once(() =>
  z
    .union([
      addressReply(),
      askedCopy(),
      z.object({ licence: publicLicence(), ...askedCopy().partial().shape }),
      z.object({ record: sharedRecordReply() }),
    ])
    .meta({ id: 'UsedContent' }),
);

export const usedReply = once(() =>
  z
    .object({
      caseId: z.uuid(),
      itemKey: z.string(),
      materials: caseUse().shape.uses,
      shared: z.array(sharedLineReply()),
    })
    .meta({ id: 'UsedMaterials', description: 'What a case uses; nothing of what is in it' }),
);

export const accessQuery = once(() =>
  z.object({
    ...pageQuery(),
    partyId: z.string().max(64).optional().meta({ description: 'The owner, where it is not the caller himself' }),
  }),
);
export const accessPage = once(() => pageOf(access().omit({ actor: true })).meta({ id: 'AccessPage' }));
