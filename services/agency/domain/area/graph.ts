import type { Role } from '#shared/actor';
import type { Arrow } from '../record-change.ts';

export const areaStates = ['draft', 'published', 'ended'] as const;
type AreaState = (typeof areaStates)[number];

type AreaActor = Extract<Role, 'officer' | 'officer-lead'>;

export const areaActs = ['add-report', 'publish', 'withdraw-report', 'end'] as const;
export type AreaAct = (typeof areaActs)[number];

const lead: readonly AreaActor[] = ['officer-lead'];

/** What becomes of an area with evaluations of its own (区域评估): (from, act, who) → to. */
export const areaGraph: readonly Arrow<AreaState, AreaAct, AreaActor>[] = [
  { act: 'add-report', from: ['draft'], to: 'draft', who: ['officer', 'officer-lead'] },
  { act: 'publish', from: ['draft'], to: 'published', who: lead, when: 'it has a report' },
  { act: 'add-report', from: ['published'], to: 'published', who: lead },
  { act: 'withdraw-report', from: ['published'], to: 'published', who: lead },
  { act: 'end', from: ['draft', 'published'], to: 'ended', who: lead },
];
