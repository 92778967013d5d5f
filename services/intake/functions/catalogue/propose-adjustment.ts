import type * as z from 'zod';
import type { Saying } from '#shared/locale';
import { pointerOf } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Refusal } from '#shared/route';
import { adjustmentFaults, propose, type AdjustmentFault } from '../../domain/catalogue/adjustment.ts';
import type { Adjusting, PublishedItem } from '../../domain/catalogue/item.ts';
import type { IntakeDeps } from '../../deps.ts';
import { adjustmentInvalid } from '../../problems/adjustment.ts';
import { itemUnknown } from '../../problems/catalogue.ts';
import type { adjustmentBody } from '../../schemas/adjustment.ts';
import { actingOn, saveAdjustmentOrRefuse } from './adjustment-reply.ts';

const words: Record<AdjustmentFault['code'], Saying> = {
  'nothing-adjusted': { zh: '未提出任何调整。', en: 'Nothing is adjusted.' },
  'promise-not-shorter': { zh: '承诺时限只能缩短。', en: 'A promise may only be shortened.' },
  'level-not-lower': { zh: '只能下放到更低层级。', en: 'An item may only be moved to a lower level.' },
  'community-already': { zh: '社区已可受理。', en: 'Communities take it in already.' },
};

export const proposeAdjustment =
  (deps: IntakeDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof adjustmentBody>>>): Promise<HttpResponse> => {
    const { params, body, scope, cause } = call;
    const { basis, burden, ...change } = body;
    const item = (await deps.catalogue.current())?.items.find(({ key }) => key === params['key']);
    if (!item) return refuse(itemUnknown);
    const faulty = refusalOfChange(item, change, call);
    if (faulty) return faulty;
    const proposal = { id: deps.newId(), itemKey: item.key, change, basis, burden };
    return saveAdjustmentOrRefuse(propose(proposal, actingOn(scope, cause)), { call, created: true }, deps);
  };

/** Refuses what would lengthen or raise anything, each fault by its pointer; undefined where it may go on. */
export function refusalOfChange(
  item: PublishedItem,
  change: Adjusting,
  { language }: Pick<Call, 'language'>,
): Refusal | undefined {
  const faults = adjustmentFaults(item, change).map(({ path, code }) => ({
    pointer: pointerOf(path),
    code,
    message: words[code][language],
  }));
  return faults.length > 0 ? refuse(adjustmentInvalid, faults) : undefined;
}
