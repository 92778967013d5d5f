import type { Call, HttpResponse } from '#shared/route';
import { suspend } from '../../domain/case/on-the-way.ts';
import type { SpecialProcedure } from '../../domain/catalogue/item.ts';
import type { IntakeDeps } from '../../deps.ts';
import { carryOut } from './carry-out.ts';
import { itemOf } from './item-of.ts';

/** Starts a special procedure that the item provides for. */
export const suspendApplication =
  (deps: IntakeDeps) =>
  (call: Call<unknown, { kind: SpecialProcedure; why: string }>): Promise<HttpResponse> =>
    carryOut(
      call,
      { act: 'suspend', decide: async (found) => suspend((await itemOf(found, deps)).special ?? []) },
      deps,
    );
