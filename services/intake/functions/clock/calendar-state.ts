import type { Reply } from '#shared/route';
import type { YearRecord } from '../../domain/clock/notice.ts';

/** How a year stands, for those who publish it: what is in force, what is proposed, and the version to name. */
export function stateOf({ year, version, published, proposal }: YearRecord): Reply & { body: object } {
  const body = { year, version, published: published ?? null, proposed: proposal ? daysOf(proposal) : null };
  return { status: 200, headers: { ETag: `"${version}"` }, body };
}

function daysOf({ notice, off, worked, correction, by }: NonNullable<YearRecord['proposal']>) {
  return { notice, off, worked, ...(correction && { correction }), by: by.sub };
}
