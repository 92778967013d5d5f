import { CalendarPublishedV1 } from '#events/intake/calendar-published.v1';
import { PartyMergedV1 } from '#events/intake/party-merged.v1';
import { onCalendarPublished } from '#shared/calendar-copies';
import { onPartyMerged } from '#shared/merged-parties';
import { on, type Subscription } from '#shared/queue';
import type { AgencyDeps } from './deps.ts';

/** Which function handles which fact; a name is part of the mark and never changes. */
export const subscriptions: readonly Subscription<AgencyDeps>[] = [
  on(CalendarPublishedV1, 'agency.on-calendar-published', onCalendarPublished),
  on(PartyMergedV1, 'agency.on-party-merged', onPartyMerged),
];
