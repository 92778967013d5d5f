import type * as z from 'zod';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { withLimits, type limits, type Settings } from '../../domain/settings/settings.ts';

const shown = ({ version, limits: said }: Settings) => ({
  status: 200,
  headers: { ETag: `"${version}"` },
  body: { version, limits: said },
});

export const showLimits = (deps: AgencyDeps) => async (): Promise<HttpResponse> =>
  shown(await (await deps.settings()).current());

/** What is begun from here on has these limits; what runs keeps its own. */
export const setLimits =
  (deps: AgencyDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof limits>>>): Promise<HttpResponse> => {
    const settings = await deps.settings();
    const before = await settings.current();
    if (before.version !== call.ifMatch) return refuse(problems.versionStale);
    const after = withLimits(before, call.body);
    const reply = shown(after);
    await settings.save(after, { ...call.cause, reply });
    return reply;
  };
