import type { Fact } from '#events/event';
import type { Call } from '#shared/route';
import type { Bundle } from '../../domain/bundle/bundle.ts';
import { bundleForm } from '../../domain/bundle/form.ts';
import { oneForm } from '../../domain/bundle/one-form.ts';
import type { PublishedItem } from '../../domain/catalogue/item.ts';
import type { IntakeDeps } from '../../deps.ts';
import type { NamedParty } from '#shared/named-party';
import type { StoredBundleForm } from '../../stores/bundle-forms.ts';
import { prefillFor } from '../case/prefill-form.ts';
import { ownParts } from './own-parts.ts';

type Said = Pick<StoredBundleForm, 'answers' | 'commitments' | 'form' | 'prefilled' | 'offered' | 'filling'>;
type Known = Pick<StoredBundleForm, 'form' | 'prefilled' | 'offered' | 'filling'>;

interface Filling {
  bundle: Pick<Bundle, 'id' | 'partyId' | 'definition'>;
  items: ReadonlyMap<string, PublishedItem>;
  /** How somebody names the party, where he does. */
  applicant?: NamedParty | undefined;
  said: Said;
}

/** The one form with what is known of its party; of a party that an earlier part is to create nothing is. */
export async function filledBundle(
  { bundle, items, applicant, said }: Filling,
  call: Pick<Call, 'scope' | 'cause'>,
  deps: IntakeDeps,
): Promise<{ known: Known; facts: Fact[] }> {
  const { id, partyId } = bundle;
  const own = ownParts(bundle, said);
  const { offered, filling: before } = said;
  const whose = {
    id,
    kind: 'bundle' as const,
    partyId,
    applicant,
    items: own.flatMap(({ item }) => items.get(item) ?? []),
  };
  const asked = { ...whose, form: { ...said.form }, schema: oneForm(own, items), offered, before };
  const { form, prefilled, filling, facts } = await prefillFor(asked, call, deps);
  const known = {
    form: bundleForm().parse(form),
    prefilled: [...said.prefilled, ...prefilled],
    offered: [...offered, ...prefilled.map(({ pointer }) => pointer)],
    filling,
  };
  return { known, facts };
}
