import type { Call } from '#shared/route';
import type { Bundle } from '../../domain/bundle/bundle.ts';
import { bundleForm } from '../../domain/bundle/form.ts';
import { oneForm } from '../../domain/bundle/one-form.ts';
import type { PublishedItem } from '../../domain/catalogue/item.ts';
import type { IntakeDeps } from '../../deps.ts';
import type { ApplicantInput } from '../../schemas/applicant.ts';
import type { StoredBundleForm } from '../../stores/bundle-forms.ts';
import { prefillFor } from '../case/prefill-form.ts';
import { partsChosen } from './bundle-reply.ts';

type Said = Pick<StoredBundleForm, 'answers' | 'commitments' | 'form' | 'prefilled' | 'offered'>;

interface Filling {
  bundle: Pick<Bundle, 'id' | 'partyId' | 'definition'>;
  items: ReadonlyMap<string, PublishedItem>;
  /** How somebody names the party, where he does. */
  applicant?: ApplicantInput | undefined;
  said: Said;
}

/** The one form with what is known of its party; of a party that an earlier part is to create nothing is. */
export async function filledBundle(
  { bundle, items, applicant, said }: Filling,
  call: Pick<Call, 'scope' | 'cause'>,
  deps: IntakeDeps,
): Promise<Pick<StoredBundleForm, 'form' | 'prefilled' | 'offered'>> {
  const { id, partyId } = bundle;
  const own = partsChosen(bundle, said).filter(({ party }) => party === undefined);
  const { offered } = said;
  const asked = { id, partyId, applicant, form: { ...said.form }, schema: oneForm(own, items), offered };
  const { form, prefilled } = await prefillFor(asked, call, deps);
  return {
    form: bundleForm().parse(form),
    prefilled: [...said.prefilled, ...prefilled],
    offered: [...offered, ...prefilled.map(({ pointer }) => pointer)],
  };
}
