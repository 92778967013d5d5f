import { plain } from '#shared/plain';
import type { Bundle } from '../../domain/bundle/bundle.ts';
import { feesOfCases } from '../../domain/fee/of-cases.ts';
import type { IntakeDeps } from '../../deps.ts';

/** What the cases of a bundle cost, each item on its own and all together; only a case that there is can cost anything. */
export async function bundleFees({ parts }: Bundle, { fees }: Pick<IntakeDeps, 'fees'>) {
  const made = parts.filter(({ state }) => state === 'open' || state === 'ended');
  const accounts = made.length > 0 ? await (await fees()).getAll(made.map(({ caseId }) => caseId)) : [];
  const itemOf = new Map(made.map(({ caseId, item }) => [caseId, item]));
  return plain(feesOfCases(accounts.map((account) => ({ item: itemOf.get(account.caseId) ?? '', account }))));
}
