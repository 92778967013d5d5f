import type * as z from 'zod';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { canGoOn, merge, split } from '../../domain/project/acts.ts';
import { goneOnUnfit } from '../../problems/project.ts';
import type { mergeBody, splitBody } from '../../schemas/project.ts';
import { saveAct, toActOn } from './acted.ts';

/** 并入: the project goes on in another one. */
export const mergeProject =
  (deps: AgencyDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof mergeBody>>>): Promise<HttpResponse> =>
    goOnIn([call.body.into], { act: merge, call }, deps);

/** 拆分: the project goes on in several others, each with a code of its own. */
export const splitProject =
  (deps: AgencyDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof splitBody>>>): Promise<HttpResponse> =>
    goOnIn(call.body.into, { act: split, call }, deps);

interface GoingOn {
  act: typeof merge;
  call: Call<unknown, { reasons: string }>;
}

async function goOnIn(ids: readonly string[], { act, call }: GoingOn, deps: AgencyDeps): Promise<HttpResponse> {
  const found = await toActOn(call, deps);
  if ('problem' in found) return found;
  const into = await (await deps.projects()).getAll(ids);
  if (into.length < ids.length || !canGoOn(found, into)) return refuse(goneOnUnfit);
  return saveAct(act(found, { reasons: call.body.reasons, into }), call, deps);
}
