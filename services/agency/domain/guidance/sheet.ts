import * as z from 'zod';
import { GuidanceGivenV1 } from '#events/agency/guidance-given.v1';
import { fact, type Fact } from '#events/event';
import { once } from '#shared/once';
import type { Project } from '../project/project.ts';
import { changesBetween, guidanceChanges } from './changes.ts';
import { guidance, type Guidance } from './guidance.ts';

/** A sheet that was given out: it is never changed, the next one says what has. */
export const sheet = once(() =>
  z.object({
    id: z.uuid(),
    projectId: z.uuid(),
    /** Of its project: 1, 2 … */
    n: z.int().min(1),
    at: z.coerce.date(),
    /** Who gave it out, by his party. */
    by: z.string(),
    note: z.string().optional(),
    said: z.object(guidance()),
    /** Since the sheet before. */
    changes: guidanceChanges(),
  }),
);
export type Sheet = z.infer<ReturnType<typeof sheet>>;

type Giving = Pick<Sheet, 'id' | 'at' | 'by' | 'note'> & { said: Guidance; project: Project };

export function give(
  { project, said, ...given }: Giving,
  last: Pick<Sheet, 'n' | 'said'> | undefined,
): { sheet: Sheet; facts: readonly Fact[] } {
  const n = (last?.n ?? 0) + 1;
  const changes = last ? changesBetween(last.said, said) : [];
  const { id: guidanceId } = given;
  const [projectId, investor] = [project.id, project.investor.partyId];
  return {
    sheet: { ...given, projectId, n, said, changes },
    facts: [fact(GuidanceGivenV1, { guidanceId, projectId, n, investor })],
  };
}
