import type * as z from 'zod';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { Item } from '../../domain/catalogue/item.ts';
import { requirementsOf } from '../../domain/catalogue/requirements.ts';
import { promiseOf } from '../../domain/case/tolerance.ts';
import type { IntakeDeps } from '../../deps.ts';
import { itemUnknown } from '../../problems/catalogue.ts';
import type { requirementsQuery } from '../../schemas/catalogue.ts';

// As the guides of items: the same for everybody.
const shared = { 'Cache-Control': 'public, max-age=30' };

/** The proof list of an item: in each situation, or in one. */
export const showRequirements =
  ({ catalogue }: IntakeDeps) =>
  async ({ params, query }: Call<z.infer<ReturnType<typeof requirementsQuery>>>): Promise<HttpResponse> => {
    const offered = await catalogue.item(params['key'] ?? '');
    if (!offered) return refuse(itemUnknown);
    const { item } = offered;
    const { key: itemKey, version, name, nameEn, basis, department } = item;
    const committed = query.committed === 'true' && item.commitment !== undefined;
    const situations = item.situations
      .filter((one) => !query.situation || one === query.situation)
      .map((situation) => ({ situation, requirements: listed(item, { situation, committed }) }));
    const promise = item.materials.some(({ must }) => must === 'deferrable')
      ? { tolerancePromise: promiseOf(item) }
      : {};
    const body = { itemKey, version, name, nameEn, basis, department, committed, situations, ...promise };
    return { status: 200, headers: { ...shared, ETag: `"${version}"` }, body };
  };

/** Each line with the right by which it is asked: its own, or its item's. */
const listed = (item: Item, about: Parameters<typeof requirementsOf>[1]) =>
  requirementsOf(item, about).map((one) => ({ ...one, basis: one.basis ?? item.basis }));
