import type { ConsultationChangedV1 } from '#events/agency/consultation-changed.v1';
import type { GuidanceGivenV1 } from '#events/agency/guidance-given.v1';
import type { TaskChangedV1 } from '#events/agency/task-changed.v1';
import type { ProblemChangedV1 } from '#events/agency/problem-changed.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { NotificationsDeps } from '../deps.ts';
import { lineOfConsultation, lineOfGuidance, lineOfProblem } from '../domain/help-line.ts';
import { toAll } from '../domain/line.ts';
import { lineOfDecision, lineOfLateAnswer } from '../domain/post-line.ts';

/** The fact names whom it concerns: nothing need be known before. */
export const onConsultationChanged =
  ({ inbox }: Pick<NotificationsDeps, 'inbox'>) =>
  async (event: ReceivedOf<typeof ConsultationChangedV1>, cause: Cause): Promise<void> => {
    const line = lineOfConsultation(event);
    if (line) await inbox.add(toAll(line), cause);
  };

export const onProblemChanged =
  ({ inbox }: Pick<NotificationsDeps, 'inbox'>) =>
  async (event: ReceivedOf<typeof ProblemChangedV1>, cause: Cause): Promise<void> => {
    const line = lineOfProblem(event);
    if (line) await inbox.add(toAll(line), cause);
  };

export const onGuidanceGiven =
  ({ inbox }: Pick<NotificationsDeps, 'inbox'>) =>
  async (event: ReceivedOf<typeof GuidanceGivenV1>, cause: Cause): Promise<void> =>
    inbox.add(toAll(lineOfGuidance(event)), cause);

type Posts = Pick<NotificationsDeps, 'postInbox'>;

/** Two handlers of one fact: each has its own mark. */
export const tellHeadOfConsultation =
  ({ postInbox }: Posts) =>
  async (event: ReceivedOf<typeof ConsultationChangedV1>, cause: Cause): Promise<void> => {
    const line = lineOfLateAnswer(event);
    if (line) await postInbox.add(line, cause);
  };

export const tellHeadOfDecision =
  ({ postInbox }: Posts) =>
  async (event: ReceivedOf<typeof TaskChangedV1>, cause: Cause): Promise<void> => {
    const line = lineOfDecision(event);
    if (line) await postInbox.add(line, cause);
  };
