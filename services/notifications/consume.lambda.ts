import { ApplicationSubmittedV1 } from '#events/intake/application-submitted.v1';
import { BundleChangedV2 } from '#events/intake/bundle-changed.v2';
import { CaseChangedV2 } from '#events/intake/case-changed.v2';
import { DeliveryChangedV1 } from '#events/intake/delivery-changed.v1';
import { ObjectionAnsweredV1 } from '#events/intake/objection-answered.v1';
import { DraftWithdrawnV1 } from '#events/intake/draft-withdrawn.v1';
import { WarningGivenV1 } from '#events/intake/warning-given.v1';
import { on, queueHandler } from '#shared/queue';
import { notificationsDeps } from './deps.ts';
import { onApplicationSubmitted } from './functions/on-application-submitted.ts';
import { onBundleChanged } from './functions/on-bundle-changed.ts';
import { onCaseChanged } from './functions/on-case-changed.ts';
import { onDeliveryChanged } from './functions/on-delivery-changed.ts';
import { onObjectionAnswered } from './functions/on-objection-answered.ts';
import { onDraftWithdrawn } from './functions/on-draft-withdrawn.ts';
import { onWarningGiven } from './functions/on-warning-given.ts';

export const handler = queueHandler(
  [
    on(ApplicationSubmittedV1, 'notifications.on-application-submitted', onApplicationSubmitted),
    on(BundleChangedV2, 'notifications.on-bundle-changed', onBundleChanged),
    on(CaseChangedV2, 'notifications.on-case-changed', onCaseChanged),
    on(DeliveryChangedV1, 'notifications.on-delivery-changed', onDeliveryChanged),
    on(ObjectionAnsweredV1, 'notifications.on-objection-answered', onObjectionAnswered),
    on(DraftWithdrawnV1, 'notifications.on-draft-withdrawn', onDraftWithdrawn),
    on(WarningGivenV1, 'notifications.on-warning-given', onWarningGiven),
  ],
  notificationsDeps(),
);
