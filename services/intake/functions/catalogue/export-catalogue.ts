import type * as z from 'zod';
import { dayOf } from '#shared/calendar';
import type { Call, HttpResponse } from '#shared/route';
import { exportParts } from '../../domain/catalogue/export.ts';
import { holdingOn } from '../../domain/catalogue/offer.ts';
import type { IntakeDeps } from '../../deps.ts';
import type { exportQuery } from '../../schemas/edition.ts';

const nothing = { departments: [], items: [], bundles: [], withdraw: [], whole: false };

/** What holds today as another set, or this one, can take it in; the next part is named by a link (RFC 8288). */
export const exportCatalogue =
  ({ catalogue }: IntakeDeps) =>
  async ({ query, cause }: Call<z.infer<ReturnType<typeof exportQuery>>>): Promise<HttpResponse> => {
    const found = await catalogue.latest();
    const parts = found ? exportParts(holdingOn(found, dayOf(cause.at))) : [];
    const part = parts[query.part - 1] ?? nothing;
    const more = query.part < parts.length;
    return {
      status: 200,
      ...(more && { headers: { Link: `<catalogue?part=${query.part + 1}>; rel="next"` } }),
      body: { ...part, items: await catalogue.contents(part.items) },
    };
  };
