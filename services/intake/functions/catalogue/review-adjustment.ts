import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { adjustmentFaults, endFaults, review, type Adjustment } from '../../domain/catalogue/adjustment.ts';
import { adjustedCatalogue } from '../../domain/catalogue/catalogue.ts';
import type { Catalogue } from '../../domain/catalogue/line.ts';
import { offeredOn } from '../../domain/catalogue/offer.ts';
import type { IntakeDeps } from '../../deps.ts';
import { itemUnknown } from '../../problems/catalogue.ts';
import { actingOn, saveAdjustmentOrRefuse } from './adjustment-reply.ts';
import { boundsNow, refusalOfFaults } from './propose-adjustment.ts';

type Reviewing = Call<unknown, { opinion: string }>;

export const approveAdjustment =
  (deps: IntakeDeps) =>
  async (call: Reviewing): Promise<HttpResponse> => {
    const found = await (await deps.adjustments()).get(call.params['id'] ?? '');
    const current = await deps.catalogue.latest();
    if (!found || !current) return refuse(problems.notFound);
    const offered = await deps.catalogue.item(found.itemKey);
    if (!offered) return refuse(itemUnknown);
    // The item may have changed since this was proposed.
    const bounds = await boundsNow(deps, call.cause);
    const faulty =
      found.state === 'proposed'
        ? refusalOfFaults(adjustmentFaults(offered.item, found.change, bounds), call)
        : undefined;
    if (faulty) return faulty;
    const { id, itemKey: key, change, basis } = found;
    const next = adjustedCatalogue(current, key, [...current.adjustments, { ...change, id, key, basis }]);
    return changed({ found, act: 'approve', next }, call, deps);
  };

/** The item is offered as the catalogue has it, from now on; in a district where that is no less. */
export const endAdjustment =
  (deps: IntakeDeps) =>
  async (call: Reviewing): Promise<HttpResponse> => {
    const found = await (await deps.adjustments()).get(call.params['id'] ?? '');
    const current = await deps.catalogue.latest();
    if (!found || !current) return refuse(problems.notFound);
    const others = current.adjustments.filter(({ id }) => id !== found.id);
    const next = adjustedCatalogue(current, found.itemKey, others);
    const bounds = await boundsNow(deps, call.cause);
    const [before, after] = [current, next].map((one) =>
      offeredOn(one, bounds.day).items.find(({ key }) => key === found.itemKey),
    );
    const faults = endFaults(found, { before, after }, { ...bounds, isCity: deps.set === deps.city });
    const faulty = found.state === 'approved' ? refusalOfFaults(faults, call) : undefined;
    if (faulty) return faulty;
    return changed({ found, act: 'end', next }, call, deps);
  };

export const rejectAdjustment =
  (deps: IntakeDeps) =>
  async (call: Reviewing): Promise<HttpResponse> => {
    const found = await (await deps.adjustments()).get(call.params['id'] ?? '');
    if (!found) return refuse(problems.notFound);
    const done = { act: 'reject' as const, words: call.body.opinion };
    return saveAdjustmentOrRefuse(review(found, done, actingOn(call.scope, call.cause)), { call }, deps);
  };

interface Changing {
  found: Adjustment;
  act: 'approve' | 'end';
  next: Catalogue;
}

/** The adjustment and the catalogue that it makes change in one transaction. */
async function changed({ found, act, next }: Changing, call: Reviewing, deps: IntakeDeps): Promise<HttpResponse> {
  const { body, scope, cause } = call;
  const done = { act, words: body.opinion, catalogueVersion: next.version };
  const decided = review(found, done, actingOn(scope, cause));
  const also = 'refused' in decided ? [] : await (await deps.catalogueWriter()).stage(next);
  const answered = await saveAdjustmentOrRefuse(decided, { call, also }, deps);
  deps.catalogue.forget();
  return answered;
}
