import type { Call, HttpResponse } from '#shared/route';
import { extendCorrection, requestCorrection, requestSupplement } from '../../domain/case/notice.ts';
import type { CorrectionNotice } from '../../domain/case/notice.ts';
import type { IntakeDeps } from '../../deps.ts';
import { carryOut, onCase } from './carry-out.ts';
import { itemOf } from './item-of.ts';

/** One notice of all that is missing or wrong, against the item's list of what may be demanded. */
export const askForCorrection =
  (deps: IntakeDeps) =>
  (call: Call<unknown, CorrectionNotice>): Promise<HttpResponse> =>
    carryOut(
      call,
      { act: 'request-correction', decide: async (found) => requestCorrection(await itemOf(found, deps)) },
      deps,
    );

/** What only the review could show; the case stands still until the answer. */
export const askForSupplement =
  (deps: IntakeDeps) =>
  (call: Call<unknown, CorrectionNotice & { why: string }>): Promise<HttpResponse> =>
    carryOut(
      call,
      { act: 'request-supplement', decide: async (found) => requestSupplement(await itemOf(found, deps)) },
      deps,
    );

export const extendNotice = onCase('extend-correction', extendCorrection);
