import type * as z from 'zod';
import { partyIdOf } from '#shared/party';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { NotificationsDeps } from '../../deps.ts';
import { setAtDesk } from '../../domain/contact/at-desk.ts';
import { deliveryConsent } from '../../domain/contact/consent.ts';
import { consentChanged, ownContact } from '../../problems/contact.ts';
import type { deskContactBody } from '../../schemas/contact-desk.ts';
import { deskRecord } from '../../stores/contacts.ts';
import { faultsShown } from './change-contact.ts';
import { contactShown } from './contact-shown.ts';

type Body = z.infer<ReturnType<typeof deskContactBody>>;
type Deps = Pick<NotificationsDeps, 'contacts' | 'codeKey'>;

/**
 * A clerk writes down how somebody is reached who stands before him, has shown who he is, and has signed. He is shown it masked, as it is
 * not his; that he did it is a record, which whom it is about can read.
 */
export const setContactAtDesk =
  ({ contacts, codeKey }: Deps) =>
  async ({ body, scope, cause, language }: Call<unknown, Body>): Promise<HttpResponse> => {
    const { document, entry, text, ...wish } = body;
    const partyId = partyIdOf(await codeKey(), document);
    if (partyId === scope.actor.partyId) return refuse(ownContact);
    if (wish.confirm.length > 0 && text !== deliveryConsent.text) return refuse(consentChanged);
    const { originalChecked, ...kept } = entry;
    const { signatureRef } = kept;
    const said = setAtDesk(await contacts.own(partyId), wish, { partyId, at: cause.at, signatureRef });
    if ('faults' in said) return refuse(problems.invalidInput, faultsShown(said.faults, language));
    const { contact } = said;
    const shown = contactShown(contact, [], language);
    const reply = { status: 200, headers: { ETag: `"${contact.version}"` }, body: shown };
    await contacts.save({ contact, act: 'set-at-desk' }, { ...cause, reply }, [
      deskRecord(partyId, { ...kept, documentSeen: document.kind }, cause),
    ]);
    return reply;
  };

/** What desks have done with the caller's contact, the newest last. */
export const readDeskRecords =
  ({ contacts }: Pick<Deps, 'contacts'>) =>
  async ({ scope }: Call): Promise<HttpResponse> => ({
    status: 200,
    body: { items: await contacts.deskRecords(scope.actor.partyId) },
  });
