import type { Publisher } from '#shared/outbox';
import type { PageAt } from '#shared/record-page';
import type { Table } from '#shared/table';
import { dueAt } from '../domain/consultation/act.ts';
import { consultation, type Consultation } from '../domain/consultation/consultation.ts';
import { recordStore } from './records.ts';

/** What is late stands apart, so that it is listed by itself. */
export type Standing = Consultation['state'] | 'late';

const standingOf = ({ state, late }: Consultation): Standing => (state === 'open' && late ? 'late' : state);
const toTeam = 'team';
const placeOf = ({ to }: Consultation) => (to.kind === 'team' ? toTeam : `department#${to.department}`);

const at = (place: string, standing: Standing) => `CONSULTATIONS#${place}#${standing}`;
const answeredBy = (partyId: string) => `CONSULTATIONS#answerer#${partyId}`;
const askedBy = (partyId: string) => `CONSULTATIONS#asker#${partyId}`;

/** 咨询 of a set: by who was asked and how they stand, by who answers, by who asked. */
export function consultationStore(table: Table, publisher: Publisher) {
  const records = recordStore<Consultation>(table, publisher, {
    name: 'CONSULTATION',
    schema: consultation,
    places: (found) => {
      const place = `${found.askedAt.toISOString()}#${found.id}`;
      return [
        [at(placeOf(found), standingOf(found)), `${found.limit.due}#${found.id}`],
        found.answerer === undefined ? undefined : [answeredBy(found.answerer), place],
        [askedBy(found.asker), place],
      ];
    },
    dueAt,
  });
  const { list } = records;
  return {
    ...records,
    /** What is due first comes first. */
    ofTeam: (standing: Standing, page: PageAt) =>
      list({ n: 1, partitions: [at(toTeam, standing)], newestFirst: false }, page),
    ofDepartments: (departments: readonly string[], standing: Standing, page: PageAt) => {
      const partitions = departments.map((one) => at(`department#${one}`, standing));
      return list({ n: 1, partitions, newestFirst: false }, page);
    },
    ofAnswerer: (partyId: string, page: PageAt) =>
      list({ n: 2, partitions: [answeredBy(partyId)], newestFirst: true }, page),
    ofAskers: (ids: readonly string[], page: PageAt) =>
      list({ n: 3, partitions: ids.map(askedBy), newestFirst: true }, page),
  };
}
