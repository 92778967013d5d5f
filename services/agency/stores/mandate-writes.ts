import type { Cause } from '#shared/cause';
import { dueWrites } from '#shared/due';
import { outboxWrites, type Publisher } from '#shared/outbox';
import { ifAbsent, ifVersion, type Write } from '#shared/table';
import { timelineRow } from '#shared/timeline';
import type { MandateChange } from '../domain/mandate/change.ts';
import { sealed } from '../domain/mandate/graph.ts';
import { officerIn, type Mandate } from '../domain/mandate/mandate.ts';
import * as rows from './mandate-rows.ts';
import { resultWrites } from './officer-rows.ts';

const endOf = (found: Mandate | undefined) => (found && sealed.includes(found.state) ? found.until : undefined);

/** What an act on a mandate writes, beside the mark. */
export function mandateWrites(publisher: Publisher, change: MandateChange, cause: Cause): Write[] {
  const { before, mandate: found, act, facts, own } = change;
  const { pk } = rows.mandateKey(found.id);
  const isFor = cause.actor.kind !== 'service' && cause.actor.partyId !== found.principal;
  const said = { pk, act, version: found.version, ...(isFor && { onBehalfOf: found.principal }) };
  const { recorded, entryRow } = timelineRow(found, said, cause);
  return [
    { put: rows.rowOf(recorded), when: before ? ifVersion(before.version) : ifAbsent },
    { put: entryRow, when: ifAbsent },
    ...rows.besideWrites(change),
    ...visitWrites(change, cause.at),
    ...dueWrites(pk, { was: endOf(before), is: endOf(found) }, cause.at),
    ...outboxWrites(publisher, found, { facts: own, cause }),
    // An authority is the subject of its facts; its versions are those of the mandate it comes from.
    ...facts.flatMap(({ authorityId, told }) =>
      outboxWrites(publisher, { id: authorityId, version: found.version }, { facts: [told], cause }),
    ),
  ];
}

/** How the investor was served counts for the officer who was in place last. */
function visitWrites({ mandate: found, act }: MandateChange, at: Date): Write[] {
  const officer = officerIn(found)?.partyId;
  if (act !== 'record-visit' || !found.visit || officer === undefined) return [];
  return resultWrites(officer, { visits: 1, visitScores: found.visit.score }, at);
}
