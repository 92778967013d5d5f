import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { IntakeDeps } from '../../deps.ts';

/** 送达情况: each notice of a case that the law wants told, how far it has come, and since when it counts as served. */
export const listServed =
  ({ applications, served }: IntakeDeps) =>
  async ({ params: { id = '' }, scope }: Call): Promise<HttpResponse> => {
    if (!(await applications.get(scope, id))) return refuse(problems.notFound);
    const found = await (await served()).ofCase(id);
    const items = found
      .toSorted((a, b) => a.at.localeCompare(b.at))
      .map(({ caseId, sequence, partyId, kind: message, ...notice }) => ({ ...notice, message }));
    return { status: 200, body: { items } };
  };
