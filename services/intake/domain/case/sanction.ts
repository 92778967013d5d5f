import * as z from 'zod';

/** 暂扣, 恢复, 吊销: what is to become of a licence (行政处罚法 art. 9). */
export const sanction = z.enum(['suspend', 'resume', 'forfeit']);
export type Sanction = z.infer<typeof sanction>;

type Standing = 'valid' | 'suspended' | 'forfeited';

interface SanctionArrow {
  act: Sanction;
  from: readonly Standing[];
  to: Standing;
  who: readonly 'decision'[];
}

const who = ['decision'] as const;

/** What sanctions make of a licence: (from, act, who) → to. A forfeited one is its holder's no more. */
export const sanctionGraph: readonly SanctionArrow[] = [
  { act: 'suspend', from: ['valid'], to: 'suspended', who },
  { act: 'resume', from: ['suspended'], to: 'valid', who },
  { act: 'forfeit', from: ['valid', 'suspended'], to: 'forfeited', who },
];

const arrowOf = (act: Sanction, from: Standing) =>
  sanctionGraph.find((one) => one.act === act && one.from.includes(from));

/** Whether a sanction has an arrow from where those before it, in the order of their decisions, have left a licence. */
export function canBe(wanted: Sanction, before: readonly Sanction[]): boolean {
  const standing = before.reduce<Standing>((from, act) => arrowOf(act, from)?.to ?? from, 'valid');
  return arrowOf(wanted, standing) !== undefined;
}
