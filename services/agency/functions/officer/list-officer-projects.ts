import type * as z from 'zod';
import { listReply } from '#shared/page';
import type { Call, HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import type { officerProjectsQuery } from '../../schemas/officer.ts';
import { outline } from '../project/read-projects.ts';
import { hiddenFrom } from './whose-officer.ts';

/** Whom an officer acts for: what he carries, the last registered first. */
export const listOfficerProjects =
  (deps: AgencyDeps) =>
  async (call: Call<z.infer<ReturnType<typeof officerProjectsQuery>>>): Promise<HttpResponse> => {
    const hidden = hiddenFrom(call, deps);
    if (hidden) return hidden;
    const whose = { officer: call.params['id'] ?? '', ended: call.query.ended === 'true' };
    const projects = await deps.projects();
    return listReply(call.query, outline, (page) => projects.ofOfficer(whose, page));
  };
