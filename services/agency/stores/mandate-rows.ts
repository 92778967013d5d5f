import { plain } from '#shared/plain';
import { ifAbsent, ifVersion, type Key, type Row, type Write } from '#shared/table';
import { visitIsDue, type MandateChange } from '../domain/mandate/change.ts';
import { drafted, sealed } from '../domain/mandate/graph.ts';
import { mandate, officerIn, type Mandate } from '../domain/mandate/mandate.ts';
import { projectKey } from './project-rows.ts';

export const mandateKey = (id: string): Key => ({ pk: `MANDATE#${id}`, sk: 'REC' });
/** Which mandate of a project is not over: there is at most one. */
export const unfinishedKey = (projectId: string): Key => ({ pk: projectKey(projectId).pk, sk: 'MANDATE' });
export const besidePrefix = 'M#';

export const inState = (state: Mandate['state']) => `MANDATES#state#${state}`;
/** Those after which nobody has paid the return visit yet (回访). */
export const toVisit = 'MANDATES#to-visit';
export const ofOfficer = (partyId: string) => `MANDATES#officer#${partyId}`;
export const ofPrincipal = (partyId: string) => `MANDATES#principal#${partyId}`;

export function mandateIn({ schema, pk, sk, pk1, sk1, pk2, sk2, pk3, sk3, ...row }: Row): Mandate {
  return mandate().parse(row);
}

export function rowOf(found: Mandate): Key & Row {
  const place = `${found.askedAt.toISOString()}#${found.id}`;
  const officer = officerIn(found);
  return {
    ...mandateKey(found.id),
    schema: 1,
    ...plain(found),
    pk1: visitIsDue(found) ? toVisit : inState(found.state),
    sk1: place,
    ...(officer && { pk2: ofOfficer(officer.partyId), sk2: place }),
    pk3: ofPrincipal(found.principal),
    sk3: place,
  };
}

const isUnfinished = ({ state }: Mandate) => [...drafted, ...sealed].includes(state);

/** The project's place for the mandate that is not over, and the list of all that it has had. */
export function besideWrites({ before, mandate: { id, projectId, ...after } }: MandateChange): Write[] {
  const key = unfinishedKey(projectId);
  if (!before) {
    const beside = { pk: key.pk, sk: `${besidePrefix}${after.number}` };
    return [
      { put: { ...key, schema: 1, mandateId: id }, when: ifAbsent },
      { put: { ...beside, schema: 1, mandateId: id }, when: ifAbsent },
    ];
  }
  return isUnfinished(before) && !isUnfinished({ id, projectId, ...after }) ? [{ remove: key }] : [];
}

/** Stands only where the project is as it was read. */
export const projectCheck = ({ id, version }: { id: string; version: number }): Write => ({
  check: projectKey(id),
  when: ifVersion(version),
});
