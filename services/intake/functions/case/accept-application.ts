import type { Call, HttpResponse } from '#shared/route';
import { accept, type Acceptance } from '../../domain/case/acceptance.ts';
import type { IntakeDeps } from '../../deps.ts';
import { carryOut } from './carry-out.ts';
import { itemOf } from './item-of.ts';

/** Looks the item up only where something is to follow: most acceptances need the case alone. */
export const acceptApplication =
  (deps: IntakeDeps) =>
  (call: Call<unknown, Acceptance>): Promise<HttpResponse> =>
    carryOut(
      call,
      { act: 'accept', decide: async (found) => accept(call.body.tolerance && (await itemOf(found, deps))) },
      deps,
    );
