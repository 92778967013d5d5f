import type { Address, AddressChannel, Contact } from './contact.ts';
import { normalised, type AddressFault } from './normalise.ts';

/** How a party wishes to be told. An address without a value is the one that it has: it is shown masked and cannot be sent back. */
export interface Wish {
  addresses: readonly { channel: AddressChannel; value?: string | undefined }[];
  preferred?: AddressChannel | undefined;
  language: Contact['language'];
  quiet?: Contact['quiet'];
  optOuts: Contact['optOuts'];
}

export interface WishFault {
  pointer: string;
  fault: AddressFault | 'no-address' | 'twice' | 'not-optional';
}

/** The contact as wished. An address that stays keeps what was proved of it; another must be proved anew. */
export function changed(
  found: Contact | undefined,
  wish: Wish,
  partyId: string,
): { contact: Contact } | { faults: WishFault[] } {
  const read = wish.addresses.map((one, n) => addressOf(one, { n, before: wish.addresses.slice(0, n), found }));
  const addresses = read.flatMap((one) => ('fault' in one ? [] : [one]));
  const faults = [...read.flatMap((one) => ('fault' in one ? [one] : [])), ...wishFaults(wish)];
  if (faults.length > 0) return { faults };
  const { preferred, language, quiet, optOuts } = wish;
  const said = { addresses, language, optOuts, ...(preferred && { preferred }), ...(quiet && { quiet }) };
  return { contact: { partyId, version: (found?.version ?? 0) + 1, timelineHash: found?.timelineHash ?? '', ...said } };
}

interface Beside {
  n: number;
  before: Wish['addresses'];
  found: Contact | undefined;
}

function addressOf(
  { channel, value }: Wish['addresses'][number],
  { n, before, found }: Beside,
): Address | (WishFault & { value?: never }) {
  if (before.some((one) => one.channel === channel)) return { pointer: `/addresses/${n}/channel`, fault: 'twice' };
  const own = found?.addresses.find((one) => one.channel === channel);
  if (value === undefined) return own ?? { pointer: `/addresses/${n}/value`, fault: 'no-address' };
  const read = normalised(channel, value);
  if ('fault' in read) return { pointer: `/addresses/${n}/value`, ...read };
  return own?.value === read.value ? own : { channel, value: read.value };
}

/** What is preferred must be there; codes and whom somebody acts for are not to be opted out of. */
function wishFaults({ addresses, preferred, optOuts }: Wish): WishFault[] {
  const isThere = !preferred || addresses.some(({ channel }) => channel === preferred);
  return [
    ...(isThere ? [] : [{ pointer: '/preferred', fault: 'no-address' } as const]),
    ...optOuts.flatMap(({ kind }, n) =>
      kind === 'account' ? [{ pointer: `/optOuts/${n}/kind`, fault: 'not-optional' } as const] : [],
    ),
  ];
}

/** What may be done with an address as it stands. */
export function addressActions({
  verifiedAt,
  confirmedAt,
}: Address): ('send-code' | 'verify' | 'confirm' | 'withdraw')[] {
  if (!verifiedAt) return ['send-code', 'verify'];
  return confirmedAt ? ['withdraw'] : ['confirm'];
}

/** An address at which nobody is, by what came back from it: it is not used before it is verified again. */
export function bounced({ verifiedAt, confirmedAt, consent, signatureRef, ...rest }: Address, at: Date): Address {
  return { ...rest, bouncedAt: at };
}

/** A contact with one of its addresses as an act has left it. */
export function withAddress(found: Contact, address: Address): Contact {
  const addresses = found.addresses.map((one) => (one.channel === address.channel ? address : one));
  return { ...found, version: found.version + 1, addresses };
}
