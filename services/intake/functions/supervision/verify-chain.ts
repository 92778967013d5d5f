import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { verify } from '../../domain/supervision/chain.ts';
import { chainKind } from '../../domain/supervision/chain-kind.ts';
import type { IntakeDeps } from '../../deps.ts';

/** Whether anything of a record or its timeline was altered since its acts wrote it: of any kind, in the same way. */
export const verifyChain =
  ({ chains }: IntakeDeps) =>
  async ({ params, scope }: Call): Promise<HttpResponse> => {
    const [kind, id = ''] = [chainKind.parse(params['kind']), params['id']];
    const found = await (await chains()).read(scope, kind, id);
    if (!found) return refuse(problems.notFound);
    const { links, head, contents } = found;
    const entries = links.length;
    return { status: 200, body: { kind, id, entries, ...verify(links, head, contents), hash: head.hash } };
  };
