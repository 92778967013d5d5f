import type { Scope } from '#shared/access';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { IntakeDeps } from '../../deps.ts';

export const showTimeline =
  ({ history, pushes }: IntakeDeps) =>
  async ({ params: { id = '' }, scope }: Call): Promise<HttpResponse> => {
    const items = await history.timeline(scope, id);
    if (!items) return refuse(problems.notFound);
    // What the supervising body says of the decision is the office's to know (审管联动).
    const pushed = isApplicants(scope) ? undefined : await (await pushes()).ofCase(id);
    const said = (pushed?.timeline ?? []).flatMap((entry) => {
      const act = ofPush[entry.act];
      return act ? [{ ...entry, act }] : [];
    });
    return { status: 200, body: { items: [...items, ...said].toSorted((a, b) => a.at.localeCompare(b.at)) } };
  };

const isApplicants = ({ capacities }: Scope) => capacities.includes('applicant') || capacities.includes('officer');

/** How the acts of a push are called beside those of its case. */
const ofPush: Record<string, string> = { push: 'push', confirm: 'push-confirmed', report: 'push-reported' };
