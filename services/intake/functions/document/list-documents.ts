import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { IntakeDeps } from '../../deps.ts';
import { shown } from './shown.ts';

export const listDocuments =
  ({ documents }: IntakeDeps) =>
  async ({ params: { id = '' }, scope }: Call): Promise<HttpResponse> => {
    const found = await (await documents()).list(scope, id);
    return found ? { status: 200, body: { items: found.map(shown) } } : refuse(problems.notFound);
  };
