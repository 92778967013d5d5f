import type * as z from 'zod';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Reply } from '#shared/route';
import type { IntakeDeps } from '../../deps.ts';
import type { lightsBody } from '../../schemas/supervision.ts';
import type { LightsRecord } from '../../stores/lights-row.ts';

export const showLights =
  ({ lights }: IntakeDeps) =>
  async (): Promise<HttpResponse> => {
    const store = await lights();
    return shown(await store.get());
  };

/** Other copies of the functions go by it within 30 seconds. */
export const setLights =
  ({ lights, calendars }: IntakeDeps) =>
  async ({ body, ifMatch, cause }: Call<unknown, z.infer<ReturnType<typeof lightsBody>>>): Promise<HttpResponse> => {
    const store = await lights();
    const found = await store.get();
    // One behind with the same content: the reply to the first try was lost.
    if (ifMatch === found.version - 1 && body.yellowFrom === found.threshold) return shown(found);
    if (ifMatch !== found.version) return refuse(problems.versionStale);
    const set = await store.set(found.version, body.yellowFrom, cause);
    calendars.forget();
    return shown(set);
  };

const shown = ({ version, threshold, by, at }: LightsRecord): Reply => ({
  status: 200,
  headers: { ETag: `"${version}"` },
  body: { version, yellowFrom: threshold, ...(by && { setBy: by }), ...(at && { setAt: at }) },
});
