import type { Day } from '#shared/calendar';
import type { Plan } from './plan-of.ts';

/** What has changed of a plan since its facts were others. */
export interface Difference {
  on: readonly string[];
  off: readonly string[];
  /** Where it is not the same; absent on a side where nothing can be expected. */
  end?: { before?: Day; after?: Day };
}

/** Undefined where nothing has changed that anybody would see. */
export function differenceOf(before: Plan, after: Plan): Difference | undefined {
  const [had, has] = [before, after].map(({ items }) => new Set(items.filter(isOn).map(({ key }) => key)));
  const on = [...(has ?? [])].filter((key) => !had?.has(key));
  const off = [...(had ?? [])].filter((key) => !has?.has(key));
  const moved = before.expectedEnd !== after.expectedEnd;
  if (on.length === 0 && off.length === 0 && !moved) return undefined;
  return { on, off, ...(moved && { end: endsOf(before, after) }) };
}

const isOn = ({ applies }: Plan['items'][number]): boolean => applies.applies !== 'no';

const endsOf = ({ expectedEnd: before }: Plan, { expectedEnd: after }: Plan) => ({
  ...(before !== undefined && { before }),
  ...(after !== undefined && { after }),
});
