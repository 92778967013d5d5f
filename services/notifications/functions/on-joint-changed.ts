import type { DrawingReviewChangedV1 } from '#events/agency/drawing-review-changed.v1';
import type { VisitChangedV1 } from '#events/agency/visit-changed.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { NotificationsDeps } from '../deps.ts';
import { lineOfReview, lineOfVisit } from '../domain/joint-line.ts';
import { toAll } from '../domain/line.ts';

/** The fact names the investor: nothing need be known before. */
export const onDrawingReviewChanged =
  ({ inbox }: Pick<NotificationsDeps, 'inbox'>) =>
  async (event: ReceivedOf<typeof DrawingReviewChangedV1>, cause: Cause): Promise<void> => {
    const line = lineOfReview(event);
    if (line) await inbox.add(toAll(line), cause);
  };

export const onVisitChanged =
  ({ inbox }: Pick<NotificationsDeps, 'inbox'>) =>
  async (event: ReceivedOf<typeof VisitChangedV1>, cause: Cause): Promise<void> => {
    const line = lineOfVisit(event);
    if (line) await inbox.add(toAll(line), cause);
  };
