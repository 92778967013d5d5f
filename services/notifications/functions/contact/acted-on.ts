import type { Reply } from '#shared/route';
import { addressActions } from '../../domain/contact/change.ts';
import type { AddressChannel, Contact } from '../../domain/contact/contact.ts';

/** How an address stands after an act. */
export function actedOn(
  { addresses, version }: Contact,
  channel: AddressChannel,
  status: 'verified' | 'confirmed',
): Reply {
  const actions = addresses.filter((one) => one.channel === channel).flatMap(addressActions);
  return { status: 200, headers: { ETag: `"${version}"` }, body: { channel, status, version, actions } };
}
