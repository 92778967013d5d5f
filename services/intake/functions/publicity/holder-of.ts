import { kindUpon } from '../../domain/case/follows.ts';
import { holderIn, kindOf } from '../../domain/publicity/holder.ts';
import type { Holder } from '../../domain/publicity/state.ts';
import type { IntakeDeps } from '../../deps.ts';
import type { Draft } from '../../stores/applications.ts';
import { itemOf } from '../case/item-of.ts';

type Deps = Pick<IntakeDeps, 'decidedCases' | 'links' | 'catalogue'>;

/** Whom a decision names as the holder: as the form says, or a later 更正 of it. A case upon another names the holder of that one. */
export async function holderOf({ application, form }: Draft, deps: Deps): Promise<Holder | undefined> {
  const { follows } = application;
  const { form: schema = {} } = await itemOf(application, deps);
  const kind = kindOf(application);
  const said = holderIn(form.form, schema, kind);
  const as = kindUpon(follows);
  const upon = follows && as ? await deps.decidedCases.get(follows.caseId) : undefined;
  if (upon && as === 'correct') return changed(said, holderIn(upon.form.form, schema, kind)) ?? holderOf(upon, deps);
  if (upon) return holderOf(upon, deps);

  const { followers } = await deps.links.next(application.id);
  const corrections = followers.filter((one) => one.as === 'correct' && one.outcome === 'granted');
  const read = await Promise.all(corrections.map(({ caseId }) => deps.decidedCases.get(caseId)));
  const named = read.map((one) => one && changed(holderIn(one.form.form, schema, kind), said));
  return named.findLast((one) => one !== undefined) ?? said;
}

/** A holder that is another than before. */
const changed = (is: Holder | undefined, was: Holder | undefined): Holder | undefined =>
  is && (is.name !== was?.name || is.kind !== was.kind) ? is : undefined;
