import { dayOf } from '#shared/calendar';
import type { Call, HttpResponse } from '#shared/route';
import { behindCity } from '../../domain/catalogue/city-limits.ts';
import type { IntakeDeps } from '../../deps.ts';

/** Items that may take longer than the city's of the same code has come to allow. */
export const listBehindCity =
  ({ catalogue, cityLimits }: IntakeDeps) =>
  async ({ cause }: Call): Promise<HttpResponse> => {
    const [found, city] = await Promise.all([catalogue.latest(), (await cityLimits()).all()]);
    return { status: 200, body: { items: found ? behindCity(found, city, dayOf(cause.at)) : [] } };
  };
