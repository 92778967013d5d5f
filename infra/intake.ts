import { Duration, Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { PapersMeasuredV1 } from '#events/intake/papers-measured.v1';
import { VisitMeasuredV1 } from '#events/intake/visit-measured.v1';
import { AuthorityChangedV1 } from '#events/agency/authority-changed.v1';
import { StagePlannedV1 } from '#events/agency/stage-planned.v1';
import { ApplicationSubmittedV1 } from '#events/intake/application-submitted.v1';
import { BundleCaseEndedV1 } from '#events/intake/bundle-case-ended.v1';
import { BundleCasesDueV1 } from '#events/intake/bundle-cases-due.v1';
import { BundleGivenUpV1 } from '#events/intake/bundle-given-up.v1';
import { CaseMeasuredV1 } from '#events/intake/case-measured.v1';
import { CaseChangedV2 } from '#events/intake/case-changed.v2';
import { CalendarPublishedV1 } from '#events/intake/calendar-published.v1';
import { CataloguePublishedV1 } from '#events/intake/catalogue-published.v1';
import { DeliveryChangedV1 } from '#events/intake/delivery-changed.v1';
import { StageCaseDueV1 } from '#events/intake/stage-case-due.v1';
import { PartyMergedV1 } from '#events/intake/party-merged.v1';
import { CaseMaterialsChangedV1 } from '#events/materials/case-materials-changed.v1';
import { DisputeChangedV1 } from '#events/materials/dispute-changed.v1';
import { LicenceChangedV1 } from '#events/materials/licence-changed.v1';
import { PrefillKnownV1 } from '#events/materials/prefill-known.v1';
import { NoticeProvedV1 } from '#events/notifications/notice-proved.v1';
import { BillChangedV1 } from '#events/payments/bill-changed.v1';
import { archiveCases } from './archive.ts';
import { Service } from './constructs/service.ts';
import { asciiJson } from './constructs/ascii-json.ts';
import { city, districts } from './districts.ts';
import { makeDocuments } from './documents.ts';
import type { Platform } from './platform.ts';

/** Casework: the items a set owns. */
export class Intake extends Stack {
  readonly service: Service;

  constructor(scope: Construct, id: string, { platform, ...props }: StackProps & { platform: Platform }) {
    super(scope, id, props);
    this.service = new Service(this, 'Intake', { platform, name: 'intake' });
    platform.grantPartyKey(this.service.api);
    // Which other sets there are: a clerk names one where a case is theirs.
    this.service.api.knows('DISTRICTS', asciiJson(districts.map(({ key, name }) => ({ key, name }))));

    const { service } = this;
    const papers = makeDocuments(this, { platform, service });
    archiveCases(this, { platform, service, papers });

    this.service.every(Duration.hours(1), 'pass-time');
    this.service.every(Duration.minutes(15), 'recount');

    // Who may act for whom, and which ids are one party's, must be known where a case is; what follows from a case begins
    // with its own fact. A set counts its own cases, the city those of all.
    // What a case uses of the city's library it decides from a copy of its own, and so it fills in forms.
    this.service.consumes(
      AuthorityChangedV1,
      CaseChangedV2,
      CaseMaterialsChangedV1,
      CaseMeasuredV1,
      LicenceChangedV1,
      DisputeChangedV1,
      PartyMergedV1,
      PrefillKnownV1,
      BillChangedV1,
      NoticeProvedV1,
      VisitMeasuredV1,
      PapersMeasuredV1,
    );
    platform.grantTakingOwn(this.service.consumer(), PrefillKnownV1);
    // The cases of a bundle are made one by one, and their ends move it on; what is delivered is closed; what its items
    // ask for is told one by one.
    this.service.consumesFromItsSet(
      BundleCasesDueV1,
      BundleCaseEndedV1,
      BundleGivenUpV1,
      StageCaseDueV1,
      StagePlannedV1,
      CataloguePublishedV1,
      DeliveryChangedV1,
    );
    // Only the city answers `?mine=true` for all districts, from their facts; they count days by its calendar,
    // and its catalogue says what they may not lengthen.
    if (platform.set.key === city.key) this.service.consumesFromOtherSets(ApplicationSubmittedV1);
    else this.service.consumesFromOtherSets(CalendarPublishedV1, CataloguePublishedV1);
  }
}
