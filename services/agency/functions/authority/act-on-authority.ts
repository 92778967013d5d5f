import type * as z from 'zod';
import type { Call, HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { changed } from '../../domain/authority/change.ts';
import type { AuthorityAct } from '../../domain/authority/graph.ts';
import type { authorityActBody } from '../../schemas/authority.ts';
import { saveAct, toActOn } from './acted.ts';

type Said = Partial<z.infer<ReturnType<typeof authorityActBody>>>;

/** An act that is decided by the authority and by who does it. What it says takes the place of what was said before. */
const acting =
  (act: AuthorityAct) =>
  (deps: AgencyDeps) =>
  async (call: Call<unknown, Said>): Promise<HttpResponse> => {
    const acted = await toActOn(call, deps);
    if ('problem' in acted) return acted;
    const { found, who } = acted;
    const { reasons, sheet } = call.body;
    return saveAct(changed(found, { act, who }, { reasons, sheet }), { cause: call.cause, who }, deps);
  };

export const acceptAuthority = acting('accept');
export const declineAuthority = acting('decline');
export const suspendAuthority = acting('suspend');
export const resumeAuthority = acting('resume');
export const renounceAuthority = acting('renounce');
export const endAuthority = acting('end');
export const confirmAuthority = acting('confirm');
