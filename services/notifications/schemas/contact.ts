import * as z from 'zod';
import { once } from '#shared/once';
import { addressChannel, contact } from '../domain/contact/contact.ts';

const time = once(() => z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/));
export const quiet = once(() =>
  z.strictObject({ from: time(), until: time() }).meta({
    description: 'Hours in Shanghai in which only what is urgent is sent; they may pass midnight. Two equal ones: none',
  }),
);
export const language = z.enum(['zh', 'en']);

export const contactBody = once(() =>
  z
    .strictObject({
      addresses: z
        .array(
          z.strictObject({
            channel: addressChannel,
            value: z.string().min(1).max(254).optional().meta({
              description: 'A mobile number, an openid, an e-mail address; absent: the one that is there stays',
            }),
          }),
        )
        .max(3),
      preferred: addressChannel.optional(),
      language,
      quiet: quiet().optional(),
      optOuts: contact().shape.optOuts.max(30).meta({
        description:
          'What he does not wish to be told of, by one channel or by all; what the law wants told he is told all the same',
      }),
    })
    .meta({ id: 'ContactInput' }),
);

const addressActions = z.array(z.enum(['send-code', 'verify', 'confirm', 'withdraw']));
export const contactReply = once(() =>
  z
    .object({
      version: z.int().meta({ description: '0 while nothing was ever said' }),
      addresses: z.array(
        z.object({
          channel: addressChannel,
          value: z.string().meta({ description: 'Masked, also for its owner' }),
          verifiedAt: z.iso.datetime().optional(),
          confirmedAt: z.iso
            .datetime()
            .optional()
            .meta({ description: 'Since when official papers may reach him here' }),
          bouncedAt: z.iso.datetime().optional().meta({
            description: 'Mail to it came back, as nobody is there: it counts again once it is verified anew',
          }),
          consent: z.string().optional().meta({ description: 'Which text of it he has agreed to' }),
          signatureRef: z
            .string()
            .optional()
            .meta({ description: 'Given or confirmed at a desk: under which number his signature is kept' }),
          ofOtherId: z
            .literal(true)
            .optional()
            .meta({ description: 'Said under another id of his that was merged with this one' }),
          actions: addressActions,
        }),
      ),
      preferred: addressChannel.optional(),
      language,
      quiet: quiet(),
      optOuts: contact().shape.optOuts,
      consent: z
        .object({ text: z.string(), says: z.string() })
        .meta({ description: '送达地址确认书: the text that is in force, and its name, by which it is agreed to' }),
    })
    .meta({ id: 'Contact' }),
);

export const codeSent = once(() =>
  z
    .object({ channel: addressChannel, status: z.literal('sent'), expiresAt: z.iso.datetime() })
    .meta({ id: 'CodeSent' }),
);
export const verifyBody = once(() =>
  z.strictObject({ code: z.string().regex(/^\d{6}$/) }).meta({ id: 'VerifyContactInput' }),
);
export const confirmBody = once(() =>
  z
    .strictObject({ text: z.string().max(32).meta({ description: 'The name of the text that he has read' }) })
    .meta({ id: 'ConfirmDeliveryInput' }),
);
export const addressActed = once(() =>
  z
    .object({
      channel: addressChannel,
      status: z.enum(['verified', 'confirmed']),
      version: z.int(),
      actions: addressActions,
    })
    .meta({ id: 'AddressActed' }),
);
