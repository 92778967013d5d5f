import * as z from 'zod';
import { once } from '#shared/once';
import { channelKey, noticeKind } from '../template/template.ts';

/** The channels on which somebody is reached by an address. */
export const addressChannel = channelKey.extract(['sms', 'wechat', 'email']);
export type AddressChannel = z.infer<typeof addressChannel>;

/** Where somebody is reached on one channel. It is used once he has proved by a code that it is his. */
export const address = once(() =>
  z.object({
    channel: addressChannel,
    /** A number in E.164, an openid, an e-mail address. It leaves this service for its provider alone. */
    value: z.string().min(1).max(254),
    verifiedAt: z.coerce.date().optional(),
    /** 送达地址确认书: he has confirmed that official papers may reach him here. */
    confirmedAt: z.coerce.date().optional(),
    /** Since when mail to it comes back as nobody is there: it counts again once it is verified anew. */
    bouncedAt: z.coerce.date().optional(),
    /** Which text of it he has agreed to. */
    consent: z.string().max(32).optional(),
    /** Where the paper is kept by which he has given or confirmed it at a desk. */
    signatureRef: z.string().max(64).optional(),
  }),
);
export type Address = z.infer<ReturnType<typeof address>>;

/** How a party wishes to be told. */
export const contact = once(() =>
  z.object({
    partyId: z.string(),
    version: z.int().min(1),
    addresses: z.array(address()).max(10),
    /** The channel he likes best comes first, whatever the rule says. */
    preferred: addressChannel.optional(),
    language: z.enum(['zh', 'en']),
    /** Hours in Shanghai, hh:mm, in which nothing is sent that is not urgent; may pass midnight. */
    quiet: z.object({ from: z.string(), until: z.string() }).optional(),
    /** What he does not wish to be told of by these channels; the inbox has it all the same. */
    optOuts: z.array(z.object({ kind: noticeKind, channel: channelKey.exclude(['inbox', 'task']).optional() })),
    timelineHash: z.string(),
  }),
);
export type Contact = z.infer<ReturnType<typeof contact>>;
