import { isDeepStrictEqual } from 'node:util';
import { problems, type Fault, type Language } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { NotificationsDeps } from '../../deps.ts';
import { changed, type Wish, type WishFault } from '../../domain/contact/change.ts';
import type { Contact } from '../../domain/contact/contact.ts';
import { wishWords } from '../../problems/contact.ts';
import { contactShown } from './contact-shown.ts';

type Deps = Pick<NotificationsDeps, 'contacts'>;

/** How the caller is reached; no route shows anybody else's. */
export const readContact =
  ({ contacts }: Deps) =>
  async ({ scope, language }: Call): Promise<HttpResponse> => {
    const { own, others } = await contacts.all(scope.actor.partyId);
    return shown(own, others, language);
  };

/** Says how the caller wishes to be reached, the whole of it. */
export const putContact =
  ({ contacts }: Deps) =>
  async ({ body, ifMatch, scope, cause, language }: Call<unknown, Wish>): Promise<HttpResponse> => {
    const { partyId } = scope.actor;
    const { own, others } = await contacts.all(partyId);
    const wished = changed(own, body, partyId);
    if ('faults' in wished) return refuse(problems.invalidInput, faultsShown(wished.faults, language));
    const version = own?.version ?? 0;
    if (own && ifMatch === version - 1 && isSame(own, wished.contact)) return shown(own, others, language);
    if (ifMatch !== version) return refuse(problems.versionStale);
    await contacts.save({ contact: wished.contact, act: 'change' }, cause);
    return shown(wished.contact, others, language);
  };

/** Each fault of a wish with its words. */
export const faultsShown = (faults: readonly WishFault[], language: Language): Fault[] =>
  faults.map(({ pointer, fault }) => ({ pointer, code: fault, message: wishWords[fault][language] }));

const isSame = (one: Contact, other: Contact): boolean =>
  isDeepStrictEqual({ ...one, version: 0 }, { ...other, version: 0 });

function shown(own: Contact | undefined, others: Contact['addresses'], language: 'zh' | 'en'): HttpResponse {
  const body = contactShown(own, others, language);
  return { status: 200, headers: { ETag: `"${own?.version ?? 0}"` }, body };
}
