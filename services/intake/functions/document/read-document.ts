import type * as z from 'zod';
import type { Scope } from '#shared/access';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { deskOf, viewOf } from '../../domain/case/view.ts';
import type { IntakeDeps } from '../../deps.ts';
import { caseProblems } from '../../problems/case.ts';
import { problemOf } from '../case/refusal-words.ts';
import { documentProblems } from '../../problems/document.ts';
import type { readQuery } from '../../schemas/case.ts';
import type { Sealed } from '../../stores/document-rows.ts';
import { named } from '../../stores/documents.ts';
import { feeBar } from '../fee/bar.ts';
import { charactersLacking, shown } from './shown.ts';

/** Who applied at a desk gets his receipt there, with the code by which he follows the case: a desk sees but what was entered at one like it. */
const isHandedAtDesk = (kind: string, { capacities }: Scope): boolean =>
  deskOf(capacities) !== undefined && (kind === 'receipt' || kind === 'withdrawal-receipt');

/** Long enough to begin a download, too short to be passed on. */
const openSeconds = 60;

/** An address of the file for a minute. It cannot be masked, so staff say why they read it, and the applicant sees that they did. */
export const readDocument =
  (deps: IntakeDeps) =>
  async ({
    params: { id = '', document = '' },
    query: { reason },
    scope,
    cause,
  }: Call<z.infer<ReturnType<typeof readQuery>>>): Promise<HttpResponse> => {
    const { documents, history, papers } = deps;
    const found = named((await (await documents()).list(scope, id)) ?? [], document);
    if (!found) return refuse(problems.notFound);

    const view =
      isHandedAtDesk(found.kind, scope) && reason !== undefined ? 'recorded' : viewOf(scope.capacities, reason);
    if (view === 'masked') return refuse(documentProblems['reason-needed']);
    if (view === 'not-needed') return refuse(caseProblems['unmasked-not-needed']);
    if (view === 'recorded' && reason !== undefined) await history.recordRead(id, reason, cause);

    const withheld =
      view === 'own' && isResult(found) ? await withheldFrom(scope, { id, now: cause.at }, deps) : undefined;
    if (withheld) return refuse(withheld);

    const url = await (await papers()).readAddress(found.ref, openSeconds);
    const until = new Date(cause.at.getTime() + openSeconds * 1000).toISOString();
    return { status: 200, body: { ...shown(found), ...charactersLacking(found), url, until } };
  };

const isResult = ({ kind }: Pick<Sealed, 'kind'>): boolean => kind === 'decision' || kind === 'licence';

/** A grant is had by its delivery: not before a fee whose gate is `result` is paid, and with proof that it was taken. */
async function withheldFrom(scope: Scope, { id, now }: { id: string; now: Date }, deps: IntakeDeps) {
  const [found, delivery] = await Promise.all([deps.applications.get(scope, id), (await deps.deliveries()).get(id)]);
  // Its delivery begins a moment after the decision: until then nobody has taken it either.
  const isToTake = delivery ? delivery.outcome === 'granted' && !delivery.proof : found?.outcome === 'granted';
  if (!found || !isToTake) return undefined;
  const barred = await feeBar(found, { gate: 'result', now }, deps);
  return barred ? problemOf(barred) : documentProblems['result-not-taken'];
}
