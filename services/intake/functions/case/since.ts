import { revocationsIn, sinceFrom, type Became, type Since } from '../../domain/case/since.ts';
import type { IntakeDeps } from '../../deps.ts';

/** What keeps what became of decisions: of this set, or in the city of others. */
interface Upon {
  became: (ids: readonly string[]) => Promise<Became>;
}

/** What became of what a case was decided to be, oldest first: most are as they were decided, and cost one read. */
export async function sinceOf(caseId: string, { links }: Pick<IntakeDeps, 'links'>): Promise<Since[]> {
  return (await sinceOfAll([caseId], links)).get(caseId) ?? [];
}

/** The same of many cases: one read for what there is upon them, two more where that is anything, and again for revocations. */
export async function sinceOfAll(ids: readonly string[], upon: Upon): Promise<ReadonlyMap<string, Since[]>> {
  if (ids.length === 0) return new Map();
  const became = await upon.became(ids);
  const revocations = revocationsIn(became);
  const ofRevocations = revocations.length > 0 ? await upon.became(revocations) : new Map<string, Since[]>();
  const told = [...became].map(([id, all]) => [id, sinceFrom(all, ofRevocations)] as const);
  return new Map(told.filter(([, since]) => since.length > 0));
}
