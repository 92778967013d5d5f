import * as z from 'zod';
import { once } from '#shared/once';
import { personDocument } from '#shared/party';
import { addressChannel } from '../domain/contact/contact.ts';
import { language, quiet } from './contact.ts';

// An openid is known by its own telephone alone: nobody can write one down at a desk.
const atDesk = addressChannel.extract(['sms', 'email']);
const place = z
  .string()
  .regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/)
  .max(40);
const documentSeen = z.enum(['resident-id', 'hk-macau-permit', 'taiwan-permit', 'passport']);

const entry = once(() =>
  z.strictObject({
    hall: place.optional(),
    window: place.optional(),
    originalChecked: z.literal(true).meta({ description: 'The clerk has looked at the original of his document' }),
    signatureRef: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9-]{1,64}$/)
      .meta({ description: 'Under which number the paper is kept that he has signed' }),
  }),
);

export const deskContactBody = once(() =>
  z
    .strictObject({
      document: personDocument().meta({ description: 'Of whom it is about, who came himself; it is not kept' }),
      entry: entry(),
      addresses: z
        .array(z.strictObject({ channel: atDesk, value: z.string().min(1).max(254) }))
        .max(2)
        .default([])
        .meta({ description: 'Those that he gives; they count without a code. Others stay as they are' }),
      preferred: addressChannel.optional(),
      language: language.optional(),
      quiet: quiet().optional(),
      confirm: z
        .array(addressChannel)
        .max(3)
        .default([])
        .meta({ description: '送达地址确认书: where official papers may reach him from now on' }),
      text: z.string().max(32).optional().meta({ description: 'The name of the text that he has signed' }),
    })
    .meta({ id: 'DeskContactInput' }),
);

export const deskRecords = once(() =>
  z
    .object({
      items: z.array(
        z.object({
          at: z.iso.datetime(),
          office: z.string(),
          actor: z.string(),
          hall: z.string().optional(),
          window: z.string().optional(),
          documentSeen,
          signatureRef: z.string(),
        }),
      ),
    })
    .meta({ id: 'DeskRecords' }),
);
