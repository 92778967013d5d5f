import { addressFor, isOptedOut } from '../../domain/contact/ways.ts';
import type { Quiet } from '../../domain/contact/quiet.ts';
import type { Delivery, Notice } from '../../domain/notice/notice.ts';
import type { Values } from '../../domain/template/render.ts';
import type { NotificationsDeps } from '../../deps.ts';
import { codeOf } from '../contact/code-of.ts';

/** Where somebody is reached on a channel, and how he wishes it. It goes to the provider and nowhere else. */
export interface Reached {
  to: string;
  /** Whether he has confirmed that official papers may reach him there. */
  confirmed: boolean;
  /** Whether he does not wish to be told of such things by it: perhaps only since the notice was written. */
  optedOut: boolean;
  language: 'zh' | 'en';
  quiet: Quiet | undefined;
  /** Values that no notice holds: a code is made when it is sent. */
  more: Values;
}

type Deps = Pick<NotificationsDeps, 'contacts' | 'codes' | 'codeKey'>;

/** By his own address that is verified; a code goes to the one that it is to verify. Undefined where there is none. */
export const reach =
  ({ contacts, codes, codeKey }: Deps) =>
  async (notice: Notice, channel: Delivery['channel']): Promise<Reached | undefined> => {
    const { id, partyId, message } = notice;
    const contact = await contacts.of(partyId);
    const about = { language: contact?.language ?? 'zh', quiet: contact?.quiet } as const;
    if (channel === 'task') return undefined;
    if (message === 'contact-code') {
      const sent = await codes.current(partyId, channel);
      // One that another code has replaced meanwhile proves nothing any more.
      if (sent?.id !== id) return undefined;
      return {
        ...about,
        to: sent.value,
        confirmed: false,
        optedOut: false,
        more: { code: codeOf(await codeKey(), id) },
      };
    }
    const address = addressFor(contact, channel);
    const optedOut = isOptedOut(contact, notice, channel);
    return address && { ...about, to: address.value, confirmed: Boolean(address.confirmedAt), optedOut, more: {} };
  };
