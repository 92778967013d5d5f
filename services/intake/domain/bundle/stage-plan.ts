import * as z from 'zod';
import { StagePlannedV1 } from '#events/agency/stage-planned.v1';
import { once } from '#shared/once';
import type { BundleDefinition } from './definition.ts';

/** 并联审批 of a stage as agency has planned it: intake's copy, made from facts alone. */
export const stagePlan = once(() =>
  StagePlannedV1.data.extend({ /** Of the last fact taken in. */ sequence: z.int() }),
);
export type StagePlan = z.infer<ReturnType<typeof stagePlan>>;

/** A later round outweighs an earlier one; of the same round the later fact counts. */
export const isNewer = (
  told: Pick<StagePlan, 'round' | 'sequence'>,
  known: Pick<StagePlan, 'round' | 'sequence'> | undefined,
): boolean =>
  known === undefined || told.round > known.round || (told.round === known.round && told.sequence > known.sequence);

/** The four stages of an investment project (国办发〔2018〕33号, 〔2019〕11号). */
const stageNames: Record<number, readonly [name: string, nameEn: string]> = {
  1: ['立项用地规划许可', 'Project and land'],
  2: ['工程建设许可', 'Works planning'],
  3: ['施工许可', 'Construction'],
  4: ['竣工验收', 'Completion'],
};

/** The bundle of a stage: what was planned, with nothing to choose. */
export function definitionOf({ stage, items }: Pick<StagePlan, 'stage' | 'items'>): BundleDefinition {
  const [name = '', nameEn = ''] = stageNames[stage] ?? [];
  return {
    key: `stage-${stage}`,
    name: `工程建设项目并联审批：${name}`,
    nameEn: `Joint approval of stage ${stage}: ${nameEn}`,
    parts: items.map(({ itemKey, needs }) => ({ item: itemKey, needs })),
  };
}
