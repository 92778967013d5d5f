import type * as z from 'zod';
import type { Call, HttpResponse } from '#shared/route';
import { added, figuresOf } from '../../domain/supervision/summary.ts';
import type { IntakeDeps } from '../../deps.ts';
import type { summaryQuery } from '../../schemas/supervision.ts';

export const summarise =
  ({ cells }: IntakeDeps) =>
  async ({ query }: Call<z.infer<ReturnType<typeof summaryQuery>>>): Promise<HttpResponse> => {
    const store = await cells();
    const found = await store.read(query);
    const byValue = Map.groupBy(found, ({ value }) => value);
    const items = [...byValue]
      .map(([value, all]) => ({ value, ...figuresOf(added(all.map(({ counters }) => counters))) }))
      .toSorted((a, b) => (a.value < b.value ? -1 : 1));
    const total = figuresOf(added(found.map(({ counters }) => counters)));
    return { status: 200, body: { ...query, total, items } };
  };
