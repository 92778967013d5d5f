import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { verify } from '../../domain/supervision/chain.ts';
import type { IntakeDeps } from '../../deps.ts';
import { entryHash } from '../../stores/rows.ts';

export const verifyChain =
  ({ history }: IntakeDeps) =>
  async ({ params: { id = '' }, scope }: Call): Promise<HttpResponse> => {
    const found = await history.chain(scope, id);
    if (!found) return refuse(problems.notFound);
    const { links, head } = found;
    return { status: 200, body: { id, entries: links.length, ...verify(links, head, entryHash), hash: head.hash } };
  };
