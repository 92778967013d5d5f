import { changed, type Wish, type WishFault } from './change.ts';
import { deliveryConsent } from './consent.ts';
import type { Address, AddressChannel, Contact } from './contact.ts';

/** What somebody who stands at a desk has signed for: what is not named stays as it was. */
export interface DeskWish extends Partial<Pick<Wish, 'preferred' | 'language' | 'quiet'>> {
  addresses: readonly { channel: AddressChannel; value: string }[];
  /** Which addresses official papers may reach him at (送达地址确认书), by the text that is in force. */
  confirm: readonly AddressChannel[];
}

interface Signed {
  partyId: string;
  at: Date;
  /** Where the paper with his signature is kept. */
  signatureRef: string;
}

/** The contact as he has signed for it. An address that he gives so is his without a code: the clerk has seen who he is. */
export function setAtDesk(
  found: Contact | undefined,
  wish: DeskWish,
  signed: Signed,
): { contact: Contact } | { faults: WishFault[] } {
  const given = new Set(wish.addresses.map(({ channel }) => channel));
  const staying = (found?.addresses ?? []).filter(({ channel }) => !given.has(channel));
  const said = changed(found, wholeOf(found, wish, staying), signed.partyId);
  const unproved = wish.confirm.flatMap((channel, n): WishFault[] =>
    given.has(channel) || staying.some((one) => one.channel === channel && one.verifiedAt)
      ? []
      : [{ pointer: `/confirm/${n}`, fault: 'no-address' }],
  );
  if ('faults' in said) return { faults: [...said.faults, ...unproved] };
  if (unproved.length > 0) return { faults: unproved };
  const confirmed = new Set(wish.confirm);
  const addresses = said.contact.addresses.map((one) =>
    signedFor(one, { isGiven: given.has(one.channel), isConfirmed: confirmed.has(one.channel) }, signed),
  );
  return { contact: { ...said.contact, addresses } };
}

function wholeOf(found: Contact | undefined, wish: DeskWish, staying: readonly Address[]): Wish {
  const { preferred = found?.preferred, language = found?.language ?? 'zh', quiet = found?.quiet } = wish;
  const addresses = [...wish.addresses, ...staying.map(({ channel }) => ({ channel }))];
  return { addresses, preferred, language, optOuts: found?.optOuts ?? [], ...(quiet && { quiet }) };
}

function signedFor(
  { bouncedAt, ...address }: Address,
  { isGiven, isConfirmed }: { isGiven: boolean; isConfirmed: boolean },
  { at, signatureRef }: Signed,
): Address {
  if (!isGiven && !isConfirmed) return { ...address, ...(bouncedAt && { bouncedAt }) };
  const verifiedAt = address.verifiedAt ?? at;
  const consent = isConfirmed ? { confirmedAt: at, consent: deliveryConsent.text } : {};
  return { ...address, verifiedAt, ...consent, signatureRef };
}
