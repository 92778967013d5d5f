interface Waiting {
  version: number;
  base?: string | undefined;
  proposedBy: string;
  approvedAt?: Date | undefined;
}

interface Approving {
  by: string;
  at: Date;
  /** Which edition is in force in its district now. */
  liveId: string | undefined;
}

/** An edition as another person has approved it, or why not. One that was proposed upon an older one must be proposed again. */
export function approved<Found extends Waiting>(
  found: Found,
  { by, at, liveId }: Approving,
): { edition: Found & { approvedBy: string; approvedAt: Date } } | { refused: 'over' | 'own' } {
  if (found.approvedAt || found.base !== liveId) return { refused: 'over' };
  if (found.proposedBy === by) return { refused: 'own' };
  return { edition: { ...found, version: found.version + 1, approvedBy: by, approvedAt: at } };
}
