import { applicant, staff } from '#shared/access';
import { noBody } from '#shared/no-body';
import { onDemand, route, type Route } from '#shared/route';
import type { NotificationsDeps } from '../deps.ts';
import * as refused from '../problems/contact.ts';
import * as contact from '../schemas/contact.ts';
import * as desk from '../schemas/contact-desk.ts';

const channel = /^(sms|wechat|email)$/;

/** How a party is reached: read by itself alone, and set by itself, or by a desk that it stands at and that is shown it masked. */
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
    path: '/notifications/contact/at-desk',
    summary:
      'Write down how somebody is reached who stands at the desk, has shown who he is and has signed: addresses, language, quiet hours, 送达地址确认书',
    may: [staff('any-district', 'window', 'community')],
    body: desk.deskContactBody,
    reply: { status: 200, schema: contact.contactReply },
    refusals: [refused.ownContact, refused.consentChanged],
    run: onDemand(async () => (await import('../functions/contact/set-at-desk.ts')).setContactAtDesk),
  }),
  route({
    method: 'GET',
    path: '/notifications/contact/desk-records',
    summary:
      'Read what desks have written down of how the caller is reached: when, where, who, and which signature is kept',
    may: [applicant(1)],
    reply: { status: 200, schema: desk.deskRecords },
    run: onDemand(async () => (await import('../functions/contact/set-at-desk.ts')).readDeskRecords),
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
