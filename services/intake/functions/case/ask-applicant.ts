import type { Call, HttpResponse } from '#shared/route';
import { extendCorrection, requestCorrection, requestSupplement } from '../../domain/case/notice.ts';
import type { CorrectionNotice, SupplementNotice } from '../../domain/case/notice.ts';
import type { Application } from '../../domain/case/application.ts';
import { notProvided } from '../../domain/material/shared-line.ts';
import type { IntakeDeps } from '../../deps.ts';
import { carryOut, onCase } from './carry-out.ts';
import { itemOf } from './item-of.ts';

/** What a notice is held against: the item's list, the form as it was handed in, what sharing has turned out not to provide. */
export async function listed(
  found: Application,
  { scope }: Pick<Call, 'scope'>,
  deps: Pick<IntakeDeps, 'applications' | 'catalogue' | 'caseMaterials'>,
) {
  const [item, seen, materials] = await Promise.all([
    itemOf(found, deps),
    deps.applications.getWithForm(scope, found.id),
    deps.caseMaterials().then((store) => store.get(found.id)),
  ]);
  return { item, form: seen?.form.form ?? {}, notProvided: notProvided(materials ?? {}) };
}

/** One notice of all that is missing or wrong, against the item's list of what may be demanded. */
export const askForCorrection =
  (deps: IntakeDeps) =>
  (call: Call<unknown, CorrectionNotice>): Promise<HttpResponse> =>
    carryOut(
      call,
      { act: 'request-correction', decide: async (found) => requestCorrection(await listed(found, call, deps)) },
      deps,
    );

/** What only the review could show; the case stands still until the answer. */
export const askForSupplement =
  (deps: IntakeDeps) =>
  (call: Call<unknown, SupplementNotice>): Promise<HttpResponse> =>
    carryOut(
      call,
      { act: 'request-supplement', decide: async (found) => requestSupplement(await listed(found, call, deps)) },
      deps,
    );

export const extendNotice = onCase('extend-correction', extendCorrection);
