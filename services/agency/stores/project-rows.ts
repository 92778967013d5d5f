import { plain } from '#shared/plain';
import { ifAbsent, ifVersion, type Key, type Row, type Write } from '#shared/table';
import type { ProjectChange } from '../domain/project/change.ts';
import { living } from '../domain/project/graph.ts';
import { project, type Project } from '../domain/project/project.ts';

export const projectKey = (id: string): Key => ({ pk: `PROJECT#${id}`, sk: 'REC' });
/** A code is one project's for good, also a former one. */
export const codeKey = (code: string): Key => ({ pk: `CODE#${code}`, sk: 'REC' });
const proposedKey = (id: string): Key => ({ pk: `PROPOSED#${id}`, sk: 'REC' });
export const linkPrefix = 'L#';
export const planPrefix = 'P#';

export const inState = (state: Project['state']) => `PROJECTS#state#${state}`;
const ofOfficer = (partyId: string) => `PROJECTS#officer#${partyId}`;
/** What he carried to its end stands apart: a list of what is open costs the same after many years. */
const endedOf = (partyId: string) => `PROJECTS#ended#${partyId}`;
export const listOf = (partyId: string, ended: boolean) => (ended ? endedOf(partyId) : ofOfficer(partyId));
export const ofInvestor = (partyId: string) => `PROJECTS#investor#${partyId}`;

/** Where a project stands in each list: the one that was registered last comes first. */
export const placeOf = ({ id, registeredAt }: Project): string => `${registeredAt.toISOString()}#${id}`;

export function projectIn({ schema, pk, sk, pk1, sk1, pk2, sk2, pk3, sk3, ...row }: Row): Project {
  return project().parse(row);
}

/** The record in its lists: by state, by officer, by investor. */
export function rowOf(found: Project): Key & Row {
  const place = placeOf(found);
  return {
    ...projectKey(found.id),
    schema: 1,
    ...plain(found),
    pk1: inState(found.state),
    sk1: place,
    ...(found.officer && { pk2: listOf(found.officer, !living.includes(found.state)), sk2: place }),
    pk3: ofInvestor(found.investor.partyId),
    sk3: place,
  };
}

/** A code that was given becomes this project's, unless it is another's. */
export function codeWrites({ before, project: { id, code } }: ProjectChange): Write[] {
  if (code === undefined || code === before?.code) return [];
  return [{ put: { ...codeKey(code), schema: 1, projectId: id }, when: ifAbsent }];
}

/** Whoever is to become the investor finds the project in the list of its own, until it has answered. */
export function proposedWrites({ before, project: after }: ProjectChange): Write[] {
  const [was, is] = [before?.proposed?.partyId, after.proposed?.partyId];
  if (was === is) return [];
  const key = proposedKey(after.id);
  if (is === undefined) return [{ remove: key }];
  return [{ put: { ...key, schema: 1, projectId: after.id, pk3: ofInvestor(is), sk3: placeOf(after) } }];
}

/** What is noted beside other projects stands only where they are as they were read; their versions stay. */
export const linkWrites = ({ beside = [] }: ProjectChange): Write[] =>
  beside.flatMap(({ project: other, link }) => {
    const { pk } = projectKey(other.id);
    const sk = `${linkPrefix}${link.kind}#${link.projectId}`;
    return [
      { check: projectKey(other.id), when: ifVersion(other.version) },
      { put: { pk, sk, schema: 1, ...link }, when: ifAbsent },
    ];
  });

/** What an act has made of the plan. */
export function plannedWrites({ project: { id, version }, planned }: ProjectChange, at: Date): Write[] {
  if (!planned) return [];
  const key = { pk: projectKey(id).pk, sk: `${planPrefix}${String(version).padStart(6, '0')}` };
  return [{ put: { ...key, schema: 1, at: at.toISOString(), ...plain(planned) }, when: ifAbsent }];
}
