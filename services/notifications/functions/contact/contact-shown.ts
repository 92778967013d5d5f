import { maskMail, maskPhone } from '#shared/mask';
import { plain } from '#shared/plain';
import type { Language } from '#shared/problem';
import { addressActions } from '../../domain/contact/change.ts';
import { deliveryConsent } from '../../domain/contact/consent.ts';
import type { Address, Contact } from '../../domain/contact/contact.ts';
import { maskOpenid, nationalOf } from '../../domain/contact/masked.ts';
import { usualQuiet } from '../../domain/contact/quiet.ts';

const masks: Record<Address['channel'], (address: Address) => string> = {
  sms: (address) => maskPhone(nationalOf(address)),
  email: ({ value }) => maskMail(value),
  wechat: ({ value }) => maskOpenid(value),
};

/** A contact as its owner sees it: masked, as whoever holds his telephone may look over his shoulder. */
export function contactShown(own: Contact | undefined, others: readonly Address[], language: Language): object {
  const addresses = [
    ...(own?.addresses ?? []).map((one) => ({ ...shown(one), actions: addressActions(one) })),
    ...others.map((one) => ({ ...shown(one), ofOtherId: true, actions: [] })),
  ];
  return plain({
    version: own?.version ?? 0,
    addresses,
    preferred: own?.preferred,
    language: own?.language ?? 'zh',
    quiet: own?.quiet ?? usualQuiet,
    optOuts: own?.optOuts ?? [],
    consent: { text: deliveryConsent.text, says: deliveryConsent[language] },
  });
}

const shown = (address: Address): Address => ({ ...address, value: masks[address.channel](address) });
