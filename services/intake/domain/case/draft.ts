import type { Channel } from '../catalogue/item.ts';
import { staffChannels, type Application, type Capacity } from './application.ts';
import type { PublishedItem } from '../catalogue/item.ts';

interface Beginning {
  id: string;
  at: Date;
  channel: Channel;
  partyId: string;
  catalogueVersion: number;
}

/** A new draft for an item; what its life needs of the item is copied, so later changes do not touch it. */
export function begin({ id, at, channel, partyId, catalogueVersion }: Beginning, item: PublishedItem): Application {
  const involved = [
    item.department,
    ...(item.steps ?? []).map((step) => step.department),
    ...(item.jointDepartments ?? []),
  ];
  return {
    id,
    version: 1,
    state: 'draft',
    itemKey: item.key,
    itemVersion: item.version,
    catalogueVersion,
    department: item.department,
    departments: [...new Set(involved)],
    promised: item.promisedLimit,
    channel,
    partyId,
    createdAt: at,
    provisional: false,
    timelineHash: '',
  };
}

type ChannelFault = 'not-online' | 'not-of-the-post';

/** Why a caller may not use a channel: an applicant uses his own, staff that of their post. */
export function channelFault(channel: Channel, capacities: readonly Capacity[]): ChannelFault | undefined {
  if (capacities.includes('applicant')) {
    return channel === 'online' || channel === 'app' ? undefined : 'not-online';
  }
  const own = staffChannels.some((one) => one === channel && capacities.includes(one));
  return own ? undefined : 'not-of-the-post';
}
