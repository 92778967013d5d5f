import { refuse, type Call, type Refusal } from '#shared/route';
import type { Bundle } from '../../domain/bundle/bundle.ts';
import { isOwn } from '../../domain/case/own.ts';
import { isRecused } from '../../domain/case/recused.ts';
import { deskOf } from '../../domain/case/view.ts';
import type { Entry, EntryInput } from '../../domain/party/entry.ts';
import type { IntakeDeps } from '../../deps.ts';
import { caseProblems } from '../../problems/case.ts';
import { deskEntry } from '../party/at-desk.ts';

interface AtDesk {
  call: Pick<Call, 'scope' | 'cause' | 'language'>;
  bundle: Bundle;
}

/** Of an act that a desk does in a bundle for its applicant: who came, entitled for every item of it. Who acts himself has none. */
export async function bundleEntry(
  given: EntryInput | undefined,
  { call, bundle }: AtDesk,
  deps: IntakeDeps,
): Promise<{ entry: Entry | undefined } | Refusal> {
  const barred = deskOf(call.scope.capacities) && (await barredFrom(bundle, call, deps));
  if (barred) return barred;
  const items = bundle.definition.parts.map(({ item }) => item);
  const kept = await Promise.all(
    items.map((itemKey) => deskEntry(given, { ...call, whose: { ...bundle, itemKey } }, deps)),
  );
  return kept.find((one) => 'problem' in one) ?? kept[0] ?? { entry: undefined };
}

/** Nobody at a desk acts for himself, or in a case from which he stepped back. */
async function barredFrom(bundle: Bundle, { scope, cause }: AtDesk['call'], deps: IntakeDeps) {
  const { actor } = await deps.persons.know(scope, cause.at);
  if (isOwn({ partyId: bundle.partyId, entry: bundle.entry }, actor)) return refuse(caseProblems['own-case']);
  const open = bundle.parts.filter(({ state }) => state === 'open');
  const read = await Promise.all(open.map(({ caseId }) => deps.applications.getForClock(caseId)));
  return read.some((one) => one && isRecused(one, actor)) ? refuse(caseProblems.recused) : undefined;
}
