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
import { onCalendarPublished } from '#shared/calendar-copies';
import { onPartyMerged } from '#shared/merged-parties';
import { on, type Subscription } from '#shared/queue';
import type { AgencyDeps } from './deps.ts';
import { onApplicationSubmitted } from './functions/facts/on-application-submitted.ts';
import { onAuthorityChanged } from './functions/facts/on-authority-changed.ts';
import { onCaseChanged } from './functions/facts/on-case-changed.ts';
import { askForReport } from './functions/facts/ask-for-report.ts';
import { endRounds } from './functions/facts/end-rounds.ts';
import { moveAgenda } from './functions/facts/move-agenda.ts';
import { noteDue } from './functions/facts/note-due.ts';
import { onHandOverDue } from './functions/facts/on-hand-over-due.ts';
import { onProgressReported } from './functions/facts/on-progress-reported.ts';
import { onProjectChanged } from './functions/facts/on-project-changed.ts';
import { onItemsPublished } from './functions/facts/on-items-published.ts';
import { onProblemChanged } from './functions/facts/on-problem-changed.ts';
import { onStageChanged } from './functions/facts/on-stage-changed.ts';

/** Which function handles which fact; a name is part of the mark and never changes. */
export const subscriptions: readonly Subscription<AgencyDeps>[] = [
  on(ApplicationSubmittedV1, 'agency.on-application-submitted', onApplicationSubmitted),
  on(CaseChangedV2, 'agency.on-case-changed', onCaseChanged),
  on(CaseChangedV2, 'agency.note-due', noteDue),
  on(ProjectChangedV1, 'agency.move-agenda', moveAgenda),
  on(ProjectChangedV1, 'agency.end-rounds', endRounds),
  on(ProjectChangedV1, 'agency.report-project', askForReport),
  on(ApplicationSubmittedV1, 'agency.report-submission', askForReport),
  on(CaseChangedV2, 'agency.report-case', askForReport),
  on(ProgressReportedV1, 'agency.on-progress-reported', onProgressReported),
  on(HandOverDueV1, 'agency.on-hand-over-due', onHandOverDue),
  on(ProjectChangedV1, 'agency.on-project-changed', onProjectChanged),
  on(StageChangedV1, 'agency.on-stage-changed', onStageChanged),
  on(AuthorityChangedV1, 'agency.on-authority-changed', onAuthorityChanged),
  on(CalendarPublishedV1, 'agency.on-calendar-published', onCalendarPublished),
  on(ProblemChangedV1, 'agency.on-problem-changed', onProblemChanged),
  on(ItemsPublishedV1, 'agency.on-items-published', onItemsPublished),
  on(PartyMergedV1, 'agency.on-party-merged', onPartyMerged),
];
