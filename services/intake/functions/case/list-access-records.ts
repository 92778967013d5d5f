import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { IntakeDeps } from '../../deps.ts';

export const listAccessRecords =
  ({ history }: IntakeDeps) =>
  async ({ params: { id = '' }, scope }: Call): Promise<HttpResponse> => {
    const items = await history.accessRecords(scope, id);
    return items ? { status: 200, body: { items } } : refuse(problems.notFound);
  };
