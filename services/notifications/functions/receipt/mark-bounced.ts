import { retried } from '#shared/conflict';
import type { NotificationsDeps } from '../../deps.ts';
import { bounced, withAddress } from '../../domain/contact/change.ts';
import { addressFor, together } from '../../domain/contact/ways.ts';
import type { Delivery, Notice } from '../../domain/notice/notice.ts';
import { ownCause } from '../own-cause.ts';

type Deps = Pick<NotificationsDeps, 'contacts' | 'now' | 'newId' | 'set' | 'pause'>;

/** Nobody is at the address that a mail went to: it must be verified again, under whichever id of the party it was said. */
export async function markBounced(
  { partyId }: Notice,
  { channel, sentAt }: Delivery,
  { contacts, pause, ...deps }: Deps,
): Promise<void> {
  await retried(async () => {
    const all = await contacts.every(partyId);
    const used = addressFor(together(all), channel);
    // One that was verified since is another, or he has shown that he is there.
    if (!used?.verifiedAt || !sentAt || used.verifiedAt > sentAt) return;
    for (const contact of all) {
      const address = contact.addresses.find((one) => one.channel === used.channel && one.value === used.value);
      if (!address) continue;
      const cause = ownCause(deps);
      await contacts.save(
        { contact: withAddress(contact, bounced(address, cause.at)), act: `bounce-${channel}` },
        cause,
      );
    }
  }, pause);
}
