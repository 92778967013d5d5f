import { dayOf, nextDay } from '#shared/calendar';
import { sha256 } from '#shared/cause';
import type { CloseDeps } from '../../deps.ts';
import { ageing, type AgeingRow } from '../../domain/close/ageing.ts';
import { everyPage } from '../every-page.ts';

const standing = ['open', 'under-review', 'approved', 'carried'] as const;

/** 账龄: what is open by age and owner, and of which closed day the accounts are. */
export async function ageingOf(
  upTo: string,
  deps: Pick<CloseDeps, 'exceptions' | 'periods'>,
): Promise<{ day: string; rows: AgeingRow[] }> {
  const [last, ...lists] = await Promise.all([
    deps.periods.lastClosed(nextDay(upTo)),
    ...standing.map((state) => everyPage((at) => deps.exceptions.standing(state, at))),
  ]);
  const day = last?.day ?? upTo;
  const exceptions = lists.flat().filter(({ raisedAt }) => dayOf(raisedAt) <= nextDay(upTo));
  return { day, rows: ageing({ exceptions, layers: new Map(last?.layers) }, upTo) };
}

export const digestOf = (rows: readonly AgeingRow[]): string => sha256(JSON.stringify(rows));
