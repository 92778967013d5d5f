import type { Applies } from '../plan/applies.ts';
import type { DrawingPlan } from '../plan/stage-plan.ts';
import type { ReviewChange } from './change.ts';
import type { DrawingReview, Part } from './review.ts';

interface Drawn {
  key: string;
  materialId: string;
  version: number;
}

/** Parts that a review cannot do without: those of items that apply to the project. */
export function partsDue({ parts }: DrawingPlan, applies: ReadonlyMap<string, Applies>): string[] {
  const isDue = (item: string | undefined) => item === undefined || applies.get(item)?.applies === 'yes';
  return parts.filter(({ decides }) => isDue(decides)).map(({ key }) => key);
}

type Opening = Pick<DrawingReview, 'id' | 'projectId'> & { drawn: readonly Drawn[]; at: Date };

/** The first round: every part is new, and whoever has to do with one is asked. */
export function openReview(plan: DrawingPlan, { id, projectId, drawn, at }: Opening): ReviewChange {
  const { stage, item, body, days } = plan;
  const parts = plan.parts.flatMap((one): Part[] => {
    const given = drawn.find(({ key }) => key === one.key);
    return given ? [{ ...one, ...given, round: 1 }] : [];
  });
  const asked = [...new Set(parts.map(({ department }) => department))];
  const after: DrawingReview = {
    id,
    projectId,
    stage,
    item,
    body,
    days,
    parts,
    version: 1,
    state: 'in-review',
    rounds: [{ openedAt: at, asked, finished: [], silent: [] }],
    remarks: [],
    openedAt: at,
    timelineHash: '',
  };
  return { before: undefined, after, act: 'open', facts: [] };
}
