import type * as z from 'zod';
import { readCursor } from '#shared/page';
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
    const { limit, cursor: given, ended } = call.query;
    const cursor = readCursor(given);
    if ('problem' in cursor) return cursor;
    const whose = { officer: call.params['id'] ?? '', ended: ended === 'true' };
    const { items, nextCursor } = await (await deps.projects()).ofOfficer(whose, { limit, after: cursor.after });
    return { status: 200, body: { items: items.map(outline), nextCursor } };
  };
