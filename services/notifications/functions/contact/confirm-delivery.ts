import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { NotificationsDeps } from '../../deps.ts';
import { withAddress } from '../../domain/contact/change.ts';
import { deliveryConsent } from '../../domain/contact/consent.ts';
import { addressChannel } from '../../domain/contact/contact.ts';
import { consentChanged, notConfirmed, notVerified } from '../../problems/contact.ts';
import { actedOn } from './acted-on.ts';

type Deps = Pick<NotificationsDeps, 'contacts'>;

/** 送达地址确认书: from now on official papers may be delivered at an address that is proved to be his. */
export const confirmDelivery =
  ({ contacts }: Deps) =>
  async ({ params, body, scope, cause }: Call<unknown, { text: string }>): Promise<HttpResponse> => {
    const channel = addressChannel.parse(params['channel']);
    const own = await contacts.own(scope.actor.partyId);
    const address = own?.addresses.find((one) => one.channel === channel);
    if (!own || !address) return refuse(problems.notFound);
    if (!address.verifiedAt) return refuse(notVerified);
    if (body.text !== deliveryConsent.text) return refuse(consentChanged);
    const contact = withAddress(own, { ...address, confirmedAt: cause.at, consent: body.text });
    const reply = actedOn(contact, channel, 'confirmed');
    await contacts.save({ contact, act: `confirm-${channel}` }, { ...cause, reply });
    return reply;
  };

/** Takes it back for all that comes later; what was delivered stays so. */
export const withdrawConfirmation =
  ({ contacts }: Deps) =>
  async ({ params, scope, cause }: Call): Promise<HttpResponse> => {
    const channel = addressChannel.parse(params['channel']);
    const own = await contacts.own(scope.actor.partyId);
    const address = own?.addresses.find((one) => one.channel === channel);
    if (!own || !address) return refuse(problems.notFound);
    if (!address.confirmedAt) return refuse(notConfirmed);
    const { confirmedAt, consent, ...rest } = address;
    const contact = withAddress(own, rest);
    const reply = actedOn(contact, channel, 'verified');
    await contacts.save({ contact, act: `withdraw-${channel}` }, { ...cause, reply });
    return reply;
  };
