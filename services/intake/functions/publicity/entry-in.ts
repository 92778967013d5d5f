import type { Call } from '#shared/route';
import type { Publicity } from '../../domain/publicity/publicity.ts';
import type { IntakeDeps } from '../../deps.ts';

/** The entry that a path names: for staff of its department, for everybody else once it is public, or where it is his licence. */
export async function entryIn(
  { params, scope }: Pick<Call, 'params' | 'scope'>,
  { publicities }: Pick<IntakeDeps, 'publicities'>,
): Promise<Publicity | undefined> {
  const found = await (await publicities()).get(params['id'] ?? '');
  if (!found) return undefined;
  const { capacities, parties, departments } = scope;
  if (!capacities.includes('applicant')) {
    return departments === 'any' || departments.includes(found.department) ? found : undefined;
  }
  const concerned = [found.partyId, ...found.objections.map(({ partyId }) => partyId)];
  const isShown = found.state === 'published' || found.state === 'objected';
  return isShown || concerned.some((one) => parties.includes(one)) ? found : undefined;
}
