import type { Envelope } from '#events/event';
import { coded } from '../docs/examples/project.ts';
import { staffActor } from './actors.ts';
import { officer, openAgency } from './agency.ts';
import { tellerOf, toldOfStage, type When } from './case-teller.ts';

/** Nothing is left open of it: stage 1 has three items in a row, stage 3 four that need nothing of one another's and three that do. */
const facts = {
  filingKind: 'filing',
  eiaClass: 'form',
  landTaken: 26_000,
  energy: 900,
  basementDue: false,
  lightningRisk: false,
  seismicClass: false,
  heritageArea: true,
  treesAffected: false,
};

export const officerLead = staffActor('officer-lead');
export const leadOf = (department: string) => staffActor('lead', { department }, `lead of ${department}`);
const first = ['project-filing', 'site-opinion', 'land-planning-permit', 'heritage-survey'] as const;

/** A project whose first stage was planned on August 3 2026 by the officer who carries it. */
export async function openStages(rest: object = {}) {
  const agency = openAgency();
  const id = await agency.register({ ...coded, facts: { ...facts, ...rest } });
  const path = `/agency/projects/${id}/stages`;
  const act = (name: string, { n = 1, actor = officer, body = {} } = {}) =>
    agency.ask({ method: 'POST', path: `${path}/${n}/${name}`, body, actor });
  const shown = async (n = 1, actor = officer) => (await agency.ask({ path: `${path}/${n}`, actor })).body;
  const tellers = new Map(first.map((key, n) => [key, tellerOf(id, n + 1)]));
  const teller = (key: (typeof first)[number]) => tellers.get(key) ?? tellerOf(id, 99);
  const bundle = (state: string, when: When, of: { round?: number; items?: readonly object[] } = {}): Envelope =>
    toldOfStage({ projectId: id, stage: 1, ...(of.round && { round: of.round }) }, when, {
      state,
      items: of.items ?? [],
    });

  return {
    ...agency,
    id,
    path,
    stageAct: act,
    shown,
    round: async (actor = officer) => (await shown(1, actor)).rounds.at(-1),
    teller,
    bundle,
    at: (day: number) => {
      agency.clock.now = new Date(`2026-08-${String(day).padStart(2, '0')}T03:00:00Z`);
    },
    project: async () => agency.show(id),
    planned: () => agency.facts().filter(({ type }) => type === 'agency.stage-planned.v1'),
  };
}

export const granted = { outcome: 'granted' };
export const refused = { outcome: 'refused' };

/** Handed in on the 4th, accepted on the 5th: a Wednesday. */
export async function acceptedStage(rest: object = {}) {
  const stages = await openStages(rest);
  await stages.stageAct('plan');
  const { bundle, hear, teller } = stages;
  await hear(teller('project-filing').submitted(4, 'project-filing'), bundle('handed-in', [2, 4]));
  await hear(teller('heritage-survey').submitted(4, 'heritage-survey'));
  await hear(teller('project-filing').changed([3, 5], 'accepted'), bundle('accepted', [3, 5]));
  await hear(teller('heritage-survey').changed([3, 5], 'accepted', { dueAt: '2026-08-26T15:59:59.999Z' }));
  return stages;
}
/** The chain of the first stage after its filing, granted one after another but for the last. */
export async function grantChain({ hear, teller }: Awaited<ReturnType<typeof acceptedStage>>, last = granted) {
  await hear(teller('project-filing').changed([4, 6], 'decided', granted));
  await hear(
    teller('site-opinion').submitted(6, 'site-opinion'),
    teller('site-opinion').changed([4, 10], 'decided', granted),
  );
  await hear(teller('land-planning-permit').submitted(10, 'land-planning-permit'));
  await hear(teller('land-planning-permit').changed([4, 12], 'decided', last));
}
