import { sharedResource, sharedResources } from '#events/materials/shared-resources';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';

// The same for everybody until the next release.
const headers = { 'Cache-Control': 'public, max-age=30' };

/** 共享资源目录: what offices share, who holds it, and on which terms. */
export const listResources = () => async (): Promise<HttpResponse> => ({
  status: 200,
  headers,
  body: { items: sharedResources },
});

export const readResource =
  () =>
  async ({ params }: Call): Promise<HttpResponse> => {
    const found = sharedResource(params['resource'] ?? '');
    return found ? { status: 200, headers, body: found } : refuse(problems.notFound);
  };
