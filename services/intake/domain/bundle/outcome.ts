import type { Bundle } from './bundle.ts';

export const bundleOutcomes = ['all-granted', 'some-granted', 'none-granted'] as const;

/** What has come of a bundle; undefined while anything of it is under way. That it is done says only that every case has ended. */
export function bundleOutcome({
  state,
  parts,
}: Pick<Bundle, 'state' | 'parts'>): (typeof bundleOutcomes)[number] | undefined {
  if (state !== 'done') return undefined;
  const granted = parts.filter(({ outcome, takenBack }) => outcome === 'granted' && !takenBack).length;
  if (granted === parts.length) return 'all-granted';
  return granted > 0 ? 'some-granted' : 'none-granted';
}
