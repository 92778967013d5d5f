import { AuthorityChangedV1 } from '#events/agency/authority-changed.v1';
import { ApplicationSubmittedV1 } from '#events/intake/application-submitted.v1';
import { CalendarPublishedV1 } from '#events/intake/calendar-published.v1';
import { CaseChangedV2 } from '#events/intake/case-changed.v2';
import { DeliveryChangedV1 } from '#events/intake/delivery-changed.v1';
import { LicenceDecidedV1 } from '#events/intake/licence-decided.v1';
import { LicenceMadeV1 } from '#events/intake/licence-made.v1';
import { MaterialsGivenV1 } from '#events/intake/materials-given.v1';
import { PartyMergedV1 } from '#events/intake/party-merged.v1';
import { ItemsPublishedV1 } from '#events/intake/items-published.v1';
import { LicenceChangedV1 } from '#events/materials/licence-changed.v1';
import { MaterialChangedV1 } from '#events/materials/material-changed.v1';
import { DisputeChangedV1 } from '#events/materials/dispute-changed.v1';
import { onCalendarPublished } from '#shared/calendar-copies';
import { on, type Subscription } from '#shared/queue';
import type { MaterialsDeps } from './deps.ts';
import { onApplicationSubmitted } from './functions/facts/on-application-submitted.ts';
import { onAuthorityChanged } from './functions/facts/on-authority-changed.ts';
import { onCaseChanged } from './functions/facts/on-case-changed.ts';
import { onDeliveryChanged } from './functions/facts/on-delivery-changed.ts';
import { onDisputeChanged } from './functions/facts/on-dispute-changed.ts';
import { onItemsPublished } from './functions/facts/on-items-published.ts';
import { onLicenceChanged } from './functions/facts/on-licence-changed.ts';
import { onLicenceDecided } from './functions/facts/on-licence-decided.ts';
import { onLicenceMade } from './functions/facts/on-licence-made.ts';
import { onMaterialChanged } from './functions/facts/on-material-changed.ts';
import { onMaterialsGiven } from './functions/facts/on-materials-given.ts';
import { onPartyMerged } from './functions/facts/on-party-merged.ts';

/** Which function handles which fact; a name is part of the mark and never changes. */
export const subscriptions: readonly Subscription<MaterialsDeps>[] = [
  on(ApplicationSubmittedV1, 'materials.on-application-submitted', onApplicationSubmitted),
  on(CaseChangedV2, 'materials.on-case-changed', onCaseChanged),
  on(MaterialsGivenV1, 'materials.on-materials-given', onMaterialsGiven),
  on(LicenceChangedV1, 'materials.on-licence-changed', onLicenceChanged),
  on(DeliveryChangedV1, 'materials.on-delivery-changed', onDeliveryChanged),
  on(LicenceDecidedV1, 'materials.on-licence-decided', onLicenceDecided),
  on(LicenceMadeV1, 'materials.on-licence-made', onLicenceMade),
  on(MaterialChangedV1, 'materials.on-material-changed', onMaterialChanged),
  on(ItemsPublishedV1, 'materials.on-items-published', onItemsPublished),
  on(DisputeChangedV1, 'materials.on-dispute-changed', onDisputeChanged),
  on(CalendarPublishedV1, 'materials.on-calendar-published', onCalendarPublished),
  on(PartyMergedV1, 'materials.on-party-merged', onPartyMerged),
  on(AuthorityChangedV1, 'materials.on-authority-changed', onAuthorityChanged),
];
