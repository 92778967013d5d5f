import { dayOf } from '#shared/calendar';
import { sha256 } from '#shared/cause';
import type { CloseDeps } from '../../deps.ts';
import { ageing, type AgeingRow } from '../../domain/close/ageing.ts';
import { everyPage } from '../every-page.ts';
import { layersAt } from '../report/sums.ts';

const standing = ['open', 'under-review', 'approved', 'carried'] as const;

/** 账龄: what is open by age and owner: differences of days up to this one, and what accounts held at its end. */
export async function ageingOf(
  day: string,
  deps: Pick<CloseDeps, 'exceptions' | 'periods' | 'ledger'>,
): Promise<AgeingRow[]> {
  const [layers, ...lists] = await Promise.all([
    layersAt(day, deps),
    ...standing.map((state) => everyPage((at) => deps.exceptions.standing(state, at))),
  ]);
  const exceptions = lists.flat().filter((one) => one.day <= day || dayOf(one.raisedAt) <= day);
  return ageing({ exceptions, layers }, day);
}

export const digestOf = (rows: readonly AgeingRow[]): string => sha256(JSON.stringify(rows));
