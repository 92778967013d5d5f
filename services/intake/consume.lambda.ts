import { ApplicationSubmittedV1 } from '#events/intake/application-submitted.v1';
import { CaseChangedV1 } from '#events/intake/case-changed.v1';
import { on, queueHandler } from '#shared/queue';
import { intakeDeps } from './deps.ts';
import { onApplicationSubmitted } from './functions/facts/on-application-submitted.ts';
import { onCaseChanged } from './functions/facts/on-case-changed.ts';

export const handler = queueHandler(
  [
    on(ApplicationSubmittedV1, 'intake.on-application-submitted', onApplicationSubmitted),
    on(CaseChangedV1, 'intake.on-case-changed', onCaseChanged),
  ],
  intakeDeps(),
);
