import type { PrefilledField } from '../../domain/form/prefilled.ts';
import type { lapsedRefusal, withLapse } from './lapsed.ts';

// What looks at licences is loaded with the first form that one of them has filled in.
const isByLicence = ({ from }: PrefilledField): boolean => from !== undefined;

export const lapsedIn: typeof lapsedRefusal = async (fields, ...rest) =>
  fields.some(isByLicence) ? (await import('./lapsed.ts')).lapsedRefusal(fields, ...rest) : undefined;

export const lookedIn: typeof withLapse = async (fields, ...rest) =>
  fields.some(isByLicence) ? (await import('./lapsed.ts')).withLapse(fields, ...rest) : [...fields];
