import type * as z from 'zod';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { approve, reject, undo } from '../../domain/party/merge.ts';
import type { IntakeDeps } from '../../deps.ts';
import { actingOf, saveMergeOrRefuse } from './merge-reply.ts';
import * as partyProblems from '../../problems/party.ts';
import type { mergeReasonBody } from '../../schemas/party.ts';

type Reasoned = Call<unknown, z.infer<ReturnType<typeof mergeReasonBody>>>;

/** The ids are one party's from now on, in every set as soon as its fact arrives. */
export const approveMerge =
  ({ merges, parties, set, city }: IntakeDeps) =>
  async ({ params: { id = '' }, scope, cause }: Call): Promise<HttpResponse> => {
    if (set !== city) return refuse(partyProblems.onlyInCity);
    const found = await (await merges()).get(id);
    if (!found) return refuse(problems.notFound);
    const [one, other] = found.partyIds;
    const groups = await Promise.all([parties.group(one), parties.group(other)]);
    const joined = [...new Set(groups.flat())];
    return saveMergeOrRefuse(approve(found, joined, actingOf(scope, cause)), { merges, scope, cause });
  };

export const rejectMerge =
  ({ merges, set, city }: IntakeDeps) =>
  async ({ params: { id = '' }, body, scope, cause }: Reasoned): Promise<HttpResponse> => {
    if (set !== city) return refuse(partyProblems.onlyInCity);
    const found = await (await merges()).get(id);
    if (!found) return refuse(problems.notFound);
    return saveMergeOrRefuse(reject(found, actingOf(scope, cause, body.reason)), { merges, scope, cause });
  };

export const undoMerge =
  ({ merges, set, city }: IntakeDeps) =>
  async ({ params: { id = '' }, body, scope, cause }: Reasoned): Promise<HttpResponse> => {
    if (set !== city) return refuse(partyProblems.onlyInCity);
    const found = await (await merges()).get(id);
    if (!found) return refuse(problems.notFound);
    return saveMergeOrRefuse(undo(found, actingOf(scope, cause, body.reason)), { merges, scope, cause });
  };
