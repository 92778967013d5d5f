import type { CaseChangedV2 } from '#events/intake/case-changed.v2';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import { close } from '../../domain/material/act.ts';
import { changedIn } from '../../domain/material/case-materials.ts';
import { seenLater } from '../../domain/material/view.ts';
import { papersFacts } from '../../domain/supervision/measure.ts';
import type { IntakeDeps } from '../../deps.ts';

/** A case that has ended leaves the list of those whose basis has changed, and what it has asked for on paper is counted; most have neither. */
export const closeMaterials =
  ({ applications, caseMaterials, set }: Pick<IntakeDeps, 'applications' | 'caseMaterials' | 'set'>) =>
  async ({ district, data }: ReceivedOf<typeof CaseChangedV2>, cause: Cause): Promise<void> => {
    if (district !== set || (data.state !== 'decided' && data.state !== 'withdrawn')) return;
    const store = await caseMaterials();
    const [found, application] = await Promise.all([store.get(data.caseId), applications.getForClock(data.caseId)]);
    if (!application) return;
    const measured = papersFacts(application, [...(found?.seen ?? []), ...seenLater(application)]);
    const isOpen = found !== undefined && changedIn(found).length > 0;
    if (isOpen || measured.length > 0) await store.follow(close(application, found, measured), cause);
  };
