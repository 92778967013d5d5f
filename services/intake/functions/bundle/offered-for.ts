import { refuse, type Refusal } from '#shared/route';
import type * as z from 'zod';
import type { Call } from '#shared/route';
import type { Write } from '#shared/table';
import type { Bundle } from '../../domain/bundle/bundle.ts';
import type { IntakeDeps } from '../../deps.ts';
import { bundleUnknown } from '../../problems/catalogue.ts';
import type { bundleBody } from '../../schemas/bundle.ts';
import type { OfferedBundle } from '../../stores/catalogue-around.ts';

export type Beginning = Call<unknown, z.infer<ReturnType<typeof bundleBody>>>;

/** What somebody begins: a bundle of the catalogue, or the stage of a project as it was planned. */
export interface OfferedFor extends Pick<OfferedBundle, 'definition' | 'items' | 'catalogueVersion'> {
  joint?: Bundle['joint'];
  /** Why this party cannot have it; undefined where it can. */
  partyRefusal(partyId: string): Promise<Refusal | undefined>;
  /** What is written beside the bundle. */
  claim(bundleId: string): Write[];
}

export async function offeredFor({ body, language }: Beginning, deps: IntakeDeps): Promise<OfferedFor | Refusal> {
  const { bundleKey, projectId, stage } = body;
  if (bundleKey !== undefined) {
    const offered = await (await deps.catalogue.around()).bundle(bundleKey);
    return offered ? { ...offered, partyRefusal: async () => undefined, claim: () => [] } : refuse(bundleUnknown);
  }
  const [{ stageOffer, investorRefusal }, { claimWrites }] = await Promise.all([
    import('./stage-offer.ts'),
    import('../../stores/stage-plans.ts'),
  ]);
  const offered = await stageOffer({ projectId, stage, language }, deps);
  if ('problem' in offered) return offered;
  const { plan, instead } = offered;
  return {
    ...offered,
    partyRefusal: (partyId) => investorRefusal(plan, partyId, deps),
    claim: (bundleId) =>
      claimWrites(bundleId, { projectId: plan.projectId, stage: plan.stage, round: plan.round, instead }),
  };
}
