import { industrialPrivate } from '../../../services/agency/domain/plan/industrial-private.ts';
import type { Facts, PlanItem, PlanStage, StagePlan } from '../../../services/agency/domain/plan/stage-plan.ts';

/** Every fact told, so that every item of the sample but the other way of filing is on. */
export const told: Facts = {
  filingKind: 'filing',
  eiaClass: 'form',
  landTaken: 26_000,
  energy: 2000,
  basementDue: true,
  lightningRisk: true,
  seismicClass: true,
  heritageArea: true,
  treesAffected: true,
};

const alike = (item: PlanItem, n: number): PlanItem => ({
  ...item,
  key: `${item.key}-${n}`,
  needs: (item.needs ?? []).map((need) =>
    need
      .split('|')
      .map((key) => `${key}-${n}`)
      .join('|'),
  ),
});

/** The sample twice and a half, each copy by itself: sixty items. */
export const sixtyItems: StagePlan = {
  ...industrialPrivate,
  stages: industrialPrivate.stages.map((stage): PlanStage => {
    const copies = stage.n <= 2 ? [1, 2, 3] : [1, 2];
    return { ...stage, items: copies.flatMap((n) => stage.items.map((item) => alike(item, n))).slice(0, 20) };
  }),
};
