import type { Remittance } from '../../domain/remittance/remittance.ts';

const actions = { drawn: ['send'], sent: ['confirm'], confirmed: [] } as const;

/** A list without its lines. */
export function showSummary(found: Remittance) {
  const { id, state, version, merchant, destination, day, inFen, outFen, drawnBy, drawnAt, sentBy, confirmed } = found;
  return {
    id,
    status: state,
    version,
    merchant,
    destination,
    day,
    payees: [...new Set(found.lines.map(({ payee }) => payee))],
    inFen,
    outFen,
    netFen: inFen - outFen,
    drawnBy,
    drawnAt: drawnAt.toISOString(),
    ...(sentBy && { sentBy }),
    ...(confirmed && { confirmed: { ...confirmed, at: confirmed.at.toISOString() } }),
    actions: actions[state],
  };
}

export const showRemittance = (found: Remittance) => ({
  ...showSummary(found),
  lines: found.lines.map((one) => ({ ...one, netFen: one.inFen - one.outFen })),
  sources: found.sources,
});
