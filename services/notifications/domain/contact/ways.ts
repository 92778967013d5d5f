import type { Rule, Template } from '../template/template.ts';
import type { Address, Contact } from './contact.ts';
import { loudFrom } from './quiet.ts';

type Channel = Rule['channels'][number];

/** A way by which somebody is told, and from when. */
export interface Way {
  channel: Channel;
  from: Date;
  /** Where to; staff who have a task look for him by other means. */
  address?: Address;
  /** Whether what reaches him so is delivered by law: where he has confirmed the address for it, or by a task of staff. */
  official: boolean;
}

/** What is told: whether it may be opted out of, and whether it waits. */
export type Told = Pick<Template, 'kind' | 'statutory' | 'urgent'>;

/**
 * The ways that there are for a notice, in the order in which they are tried. Of what must be told by law nobody can opt out; it is
 * sent on holidays too, as it is a wait for an answer that counts working days. A task is no way of its own choice: it is the last.
 */
export function ways(
  contact: Contact | undefined,
  { told, channels }: { told: Told; channels: readonly Channel[] },
  now: Date,
): Way[] {
  const from = told.urgent ? now : loudFrom(now, contact?.quiet);
  const asked = channels.filter((channel) => channel !== 'task' && !isOptedOut(contact, told, channel));
  const electronic = preferredFirst(asked, contact).flatMap((channel): Way[] => {
    const address = addressFor(contact, channel);
    return address ? [{ channel, from, address, official: Boolean(address.confirmedAt) }] : [];
  });
  return channels.includes('task') ? [...electronic, { channel: 'task', from: now, official: true }] : electronic;
}

/** Where somebody is reached on a channel: what he has proved to be his, and what he has confirmed for official papers first. */
export function addressFor(contact: Contact | undefined, channel: Channel): Address | undefined {
  const own = contact?.addresses.filter((one) => one.channel === channel && one.verifiedAt) ?? [];
  return own.find(({ confirmedAt }) => confirmedAt) ?? own[0];
}

/** Why a delivery does not go out of whose kind its party has opted out since it was written. */
export const optedOut = 'opted-out';

/** Whether he does not wish to be told of this by this channel; of what must be told by law nobody can opt out. */
export function isOptedOut(
  contact: Contact | undefined,
  { kind, statutory }: Pick<Told, 'kind' | 'statutory'>,
  channel: Channel,
): boolean {
  if (statutory) return false;
  return contact?.optOuts.some((one) => one.kind === kind && (!one.channel || one.channel === channel)) ?? false;
}

function preferredFirst(channels: readonly Channel[], contact: Contact | undefined): Channel[] {
  const first = channels.filter((channel) => channel === contact?.preferred);
  return [...first, ...channels.filter((channel) => channel !== contact?.preferred)];
}

/**
 * What a party with several ids has said under them: how it wishes to be told under the first of them that has said anything, and
 * the addresses of all. Undefined where none has.
 */
export function together(contacts: readonly Contact[]): Contact | undefined {
  const [first, ...others] = contacts;
  return first && { ...first, addresses: [...first.addresses, ...others.flatMap(({ addresses }) => addresses)] };
}
