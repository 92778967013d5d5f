import { applicant } from '#shared/access';
import { noBody } from '#shared/no-body';
import { onDemand, route, type Route } from '#shared/route';
import type { NotificationsDeps } from '../deps.ts';
import * as refused from '../problems/contact.ts';
import * as contact from '../schemas/contact.ts';

const channel = /^(sms|wechat|email)$/;

/** How a party is reached: its own alone, whoever else asks. */
export const contactRoutes: readonly Route<NotificationsDeps>[] = [
  route({
    method: 'GET',
    path: '/notifications/contact',
    summary: 'Read how the caller is reached, masked, with what may be done next',
    may: [applicant(1)],
    reply: { status: 200, schema: contact.contactReply },
    run: onDemand(async () => (await import('../functions/contact/change-contact.ts')).readContact),
  }),
  route({
    method: 'PUT',
    path: '/notifications/contact',
    summary:
      'Say how the caller wishes to be reached: addresses, language, quiet hours, what he does not wish to be told of',
    may: [applicant(2)],
    body: contact.contactBody,
    needsVersion: true,
    reply: { status: 200, schema: contact.contactReply },
    run: onDemand(async () => (await import('../functions/contact/change-contact.ts')).putContact),
  }),
  route({
    method: 'POST',
    path: '/notifications/contact/{channel}/send-code',
    summary: 'Send six digits to an address of the caller that is not verified yet; they hold for ten minutes',
    may: [applicant(2)],
    params: { channel },
    body: noBody,
    reply: { status: 201, schema: contact.codeSent },
    refusals: [refused.alreadyVerified, refused.tooManyCodes],
    run: onDemand(async () => (await import('../functions/contact/send-code.ts')).sendCode),
  }),
  route({
    method: 'POST',
    path: '/notifications/contact/{channel}/verify',
    summary: 'Say the six digits that were sent to an address; after five wrong ones another code is needed',
    may: [applicant(2)],
    params: { channel },
    body: contact.verifyBody,
    reply: { status: 200, schema: contact.addressActed },
    refusals: [refused.alreadyVerified, refused.codeOver, refused.wrongCode],
    run: onDemand(async () => (await import('../functions/contact/verify-address.ts')).verifyAddress),
  }),
  route({
    method: 'POST',
    path: '/notifications/contact/{channel}/confirm',
    summary:
      'Confirm an address for official papers (送达地址确认书), by the text that `GET /notifications/contact` shows',
    may: [applicant(2)],
    params: { channel },
    body: contact.confirmBody,
    reply: { status: 200, schema: contact.addressActed },
    refusals: [refused.notVerified, refused.consentChanged],
    run: onDemand(async () => (await import('../functions/contact/confirm-delivery.ts')).confirmDelivery),
  }),
  route({
    method: 'POST',
    path: '/notifications/contact/{channel}/withdraw',
    summary: 'Take the confirmation of an address back, for all that comes later',
    may: [applicant(2)],
    params: { channel },
    body: noBody,
    reply: { status: 200, schema: contact.addressActed },
    refusals: [refused.notConfirmed],
    run: onDemand(async () => (await import('../functions/contact/confirm-delivery.ts')).withdrawConfirmation),
  }),
];
