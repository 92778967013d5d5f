import { organisationKindOf, type OrganisationKind } from '#shared/identity-number';
import { organisations, persons, type Audience } from '../catalogue/audience.ts';
import type { Authority } from './authority.ts';

/** A party as its token or its document shows it; a token from before codes were read says no more than organisation. */
interface Shown {
  kind: string;
  uscc?: string;
  organisationKind?: OrganisationKind | undefined;
}

/** What a party may be: of an organisation, what its code says. */
export function audiencesOf({ kind, uscc, organisationKind }: Shown): Audience[] {
  if (kind !== 'organisation') return [...persons];
  const known = organisationKind ?? (uscc && organisationKindOf(uscc));
  return known ? [known] : [...organisations];
}

const principals: Record<Authority['kind'], readonly Audience[] | undefined> = {
  guardian: persons,
  delegate: undefined,
  'legal-representative': organisations,
  handler: organisations,
  officer: organisations,
  'clerk-assisted': undefined,
};

/** What a party may be that is named by an authority alone; undefined where persons and organisations give such a one. */
export function audiencesUnder({ kind }: Pick<Authority, 'kind'>): Audience[] | undefined {
  const known = principals[kind];
  return known && [...known];
}
