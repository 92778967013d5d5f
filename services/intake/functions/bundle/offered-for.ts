import { refuse, type Call, type Refusal } from '#shared/route';
import type * as z from 'zod';
import type { Write } from '#shared/table';
import type { Bundle } from '../../domain/bundle/bundle.ts';
import type { BundleDefinition } from '../../domain/bundle/definition.ts';
import type { IntakeDeps } from '../../deps.ts';
import { bundleUnknown } from '../../problems/catalogue.ts';
import type { bundleBody } from '../../schemas/bundle.ts';
import type { OfferedBundle } from '../../stores/catalogue-around.ts';

export type Beginning = Call<unknown, z.infer<ReturnType<typeof bundleBody>>>;

/** What somebody begins: a bundle of the catalogue, or the stage of a project as it was planned. */
export interface OfferedFor extends Pick<OfferedBundle, 'definition' | 'items' | 'catalogueVersion'> {
  joint?: Bundle['joint'];
  /** What is written beside the bundle. */
  claim(bundleId: string): Write[];
}

/** What is asked for: whoever asks must have authority for all of it before he hears how it stands. */
export interface Wished {
  definition: BundleDefinition;
  /** How it can be begun for this party, by a caller who may act in its place. */
  offerTo(partyId: string): Promise<OfferedFor | Refusal>;
}

export async function wished(call: Beginning, deps: IntakeDeps): Promise<Wished | Refusal> {
  const { bundleKey } = call.body;
  if (bundleKey === undefined) return wishedStage(call, deps);
  const offered = await (await deps.catalogue.around()).bundle(bundleKey);
  if (!offered) return refuse(bundleUnknown);
  return { definition: offered.definition, offerTo: async () => ({ ...offered, claim: () => [] }) };
}

async function wishedStage({ body, scope, language }: Beginning, deps: IntakeDeps): Promise<Wished | Refusal> {
  const [offers, { definitionOf }, { claimWrites }] = await Promise.all([
    import('./stage-offer.ts'),
    import('../../domain/bundle/stage-plan.ts'),
    import('../../stores/stage-plans.ts'),
  ]);
  const plan = await offers.plannedStage({ projectId: body.projectId, stage: body.stage }, deps);
  if ('problem' in plan) return plan;
  const { projectId, stage, round } = plan;
  return {
    definition: definitionOf(plan),
    async offerTo(partyId) {
      const refusal = await offers.investorRefusal(plan, partyId, deps);
      if (refusal) return refusal;
      // An officer or a delegate stands in the place of the party; a desk sees only what was entered at one like it.
      const inPlace = body.authorityId ? { ...scope, parties: [...scope.parties, partyId] } : scope;
      const offered = await offers.stageOffer(plan, { scope: inPlace, language }, deps);
      if ('problem' in offered) return offered;
      const { instead } = offered;
      return { ...offered, claim: (bundleId) => claimWrites(bundleId, { projectId, stage, round, instead }) };
    },
  };
}
