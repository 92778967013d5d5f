import type { Settlement } from '../../domain/settlement/settlement.ts';

const actions = { drawn: ['approve'], approved: [], 'paid-over': [] } as const;

export function showSettlement(found: Settlement) {
  const { timelineHash, state, drawnAt, approved, paidOver, ...rest } = found;
  return {
    ...rest,
    status: state,
    drawnAt: drawnAt.toISOString(),
    ...(approved && { approved: { by: approved.by, at: approved.at.toISOString(), sha256: approved.sha256 } }),
    ...(paidOver && { paidOver: { ...paidOver, at: paidOver.at.toISOString() } }),
    actions: actions[state],
  };
}
