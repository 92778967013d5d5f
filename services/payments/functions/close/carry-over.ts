import { sha256 } from '#shared/cause';
import type { CloseDeps } from '../../deps.ts';
import { carriedItems, type CarriedItem } from '../../domain/close/carried.ts';
import { daysOf, type Period } from '../../domain/close/period.ts';
import { everyPage } from '../every-page.ts';

const open = ['open', 'under-review', 'approved', 'carried'] as const;
const held = ['held', 'under-review', 'paying-out'] as const;

/** 结转: writes down by name all that a year leaves to the next one; what is said of it goes into the seal. */
export async function carryOver(
  { id, version }: Pick<Period, 'id' | 'version'>,
  deps: Pick<CloseDeps, 'exceptions' | 'suspense' | 'periods'>,
): Promise<NonNullable<Period['carried']>> {
  const { last } = daysOf(id);
  const [closed, suspense, ...lists] = await Promise.all([
    deps.periods.closedDay(last),
    everyPage((at) => deps.suspense.standing(held, at)),
    ...open.map((state) => everyPage((at) => deps.exceptions.standing(state, at))),
  ]);
  const items = carriedItems({ exceptions: lists.flat(), suspense, layers: new Map(closed?.layers) }, last);
  // Under the version of the run: what one that was stopped has written is never read.
  await deps.periods.keepCarried({ id, version }, items);
  return { version, items: items.length, hash: digestOf(items) };
}

const digestOf = (items: readonly CarriedItem[]): string => sha256(JSON.stringify(items));
