import type * as z from 'zod';
import { dayOf } from '#shared/calendar';
import type { Saying } from '#shared/locale';
import { pointerOf } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Refusal } from '#shared/route';
import { adjustmentFaults, propose, type AdjustmentFault } from '../../domain/catalogue/adjustment.ts';
import type { Bounds } from '../../domain/catalogue/city-limits.ts';
import type { IntakeDeps } from '../../deps.ts';
import { adjustmentInvalid, adjustmentOtherDepartment } from '../../problems/adjustment.ts';
import { itemUnknown } from '../../problems/catalogue.ts';
import type { adjustmentBody } from '../../schemas/adjustment.ts';
import { actingOn, saveAdjustmentOrRefuse } from './adjustment-reply.ts';

const words: Record<AdjustmentFault['code'], Saying> = {
  'nothing-adjusted': { zh: '未提出任何调整。', en: 'Nothing is adjusted.' },
  'promise-not-shorter': { zh: '承诺时限只能缩短。', en: 'A promise may only be shortened.' },
  'promise-of-no-time': {
    zh: '承诺时限不得为零：只有即办件当场办结。',
    en: 'A promise of no time is only for what is decided on the spot.',
  },
  'longer-than-city': {
    zh: '不得长于市级同一事项的承诺时限。',
    en: 'The city’s item of this code promises less time.',
  },
  'level-not-lower': { zh: '只能下放到更低层级。', en: 'An item may only be moved to a lower level.' },
  'takes-back': {
    zh: '区级不得收回已作的调整；事项本身写明同样内容后方可终止。',
    en: 'A district takes back nothing that it has brought: the item has to say as much itself first.',
  },
  'community-already': { zh: '社区已可受理。', en: 'Communities take it in already.' },
};

export const proposeAdjustment =
  (deps: IntakeDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof adjustmentBody>>>): Promise<HttpResponse> => {
    const { params, body, scope, cause } = call;
    const { basis, burden, ...change } = body;
    const offered = await deps.catalogue.item(params['key'] ?? '');
    if (!offered) return refuse(itemUnknown);
    const { item } = offered;
    const { departments } = scope;
    if (departments !== 'any' && !departments.includes(item.department)) return refuse(adjustmentOtherDepartment);
    const faulty = refusalOfFaults(adjustmentFaults(item, change, await boundsNow(deps, cause)), call);
    if (faulty) return faulty;
    const proposal = { id: deps.newId(), itemKey: item.key, change, basis, burden };
    return saveAdjustmentOrRefuse(propose(proposal, actingOn(scope, cause)), { call, created: true }, deps);
  };

/** Refuses what would lengthen or raise anything, each fault by its pointer; undefined where it may go on. */
export function refusalOfFaults(
  faults: readonly AdjustmentFault[],
  { language }: Pick<Call, 'language'>,
): Refusal | undefined {
  const told = faults.map(({ path, code }) => ({ pointer: pointerOf(path), code, message: words[code][language] }));
  return told.length > 0 ? refuse(adjustmentInvalid, told) : undefined;
}

/** What the city's items let those of this set take today. */
export async function boundsNow({ cityLimits }: Pick<IntakeDeps, 'cityLimits'>, { at }: { at: Date }): Promise<Bounds> {
  return { city: await (await cityLimits()).all(), day: dayOf(at) };
}
