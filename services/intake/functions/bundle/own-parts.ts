import type { Bundle } from '../../domain/bundle/bundle.ts';
import type { StoredBundleForm } from '../../stores/bundle-forms.ts';
import { partsChosen } from './bundle-reply.ts';

/** The parts whose party is known: of one that an earlier part is to create nothing is. */
export const ownParts = (bundle: Pick<Bundle, 'definition'>, said: Pick<StoredBundleForm, 'answers' | 'commitments'>) =>
  partsChosen(bundle, said).filter(({ party }) => party === undefined);
