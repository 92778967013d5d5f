import { Duration, Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AuthorityChangedV1 } from '#events/agency/authority-changed.v1';
import { HandOverDueV1 } from '#events/agency/hand-over-due.v1';
import { ProgressReportedV1 } from '#events/agency/progress-reported.v1';
import { ProjectChangedV1 } from '#events/agency/project-changed.v1';
import { ProblemChangedV1 } from '#events/agency/problem-changed.v1';
import { ApplicationSubmittedV1 } from '#events/intake/application-submitted.v1';
import { CalendarPublishedV1 } from '#events/intake/calendar-published.v1';
import { CaseChangedV2 } from '#events/intake/case-changed.v2';
import { ItemsPublishedV1 } from '#events/intake/items-published.v1';
import { PartyMergedV1 } from '#events/intake/party-merged.v1';
import { StageChangedV1 } from '#events/intake/stage-changed.v1';
import { makeClosingSheets } from './closing-sheets.ts';
import { Service } from './constructs/service.ts';
import { city } from './districts.ts';
import type { Platform } from './platform.ts';

/** A project is carried where it is built, so it runs in every set. */
export class Agency extends Stack {
  readonly service: Service;

  constructor(scope: Construct, id: string, { platform, ...props }: StackProps & { platform: Platform }) {
    super(scope, id, props);
    this.service = new Service(this, 'Agency', { platform, name: 'agency' });
    // Staff name an investor by its code, and the same party calls with a token.
    platform.grantPartyKey(this.service.api);
    // The city merges parties, publishes the calendar and says who represents an organisation, for all sets.
    // How far projects are, all sets tell the city.
    const told = platform.set.key === city.key ? [ProgressReportedV1] : [];
    this.service.consumes(AuthorityChangedV1, CalendarPublishedV1, PartyMergedV1, ...told);
    // The city takes over what districts hand up, and tells them what it makes of it.
    this.service.consumesFromOtherSets(ProblemChangedV1);
    // Of all cases only those of projects: the others wake nobody here.
    this.service.consumesOf('projectId', ApplicationSubmittedV1, CaseChangedV2, StageChangedV1);
    // What an officer who leaves has carried is handed over one by one; what was agreed for a project ends with its investor,
    // or with it, and what is due of it follows whoever carries it.
    this.service.consumesFromItsSet(HandOverDueV1, ProjectChangedV1, ItemsPublishedV1);
    makeClosingSheets(this, { platform, service: this.service });
    this.service.every(Duration.hours(1), 'pass-time');
    // A calendar that is published or amended moves the days on which stages are due.
    this.service.every(Duration.days(1), 'recount-rounds');
  }
}
