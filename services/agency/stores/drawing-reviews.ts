import type { Cause } from '#shared/cause';
import { markWrites, type Publisher } from '#shared/outbox';
import type { PageAt } from '#shared/record-page';
import type { Table } from '#shared/table';
import type { ReviewChange } from '../domain/drawing/change.ts';
import { drawingReview, type DrawingReview } from '../domain/drawing/review.ts';
import { recordStore } from './records.ts';
import { underWay } from './under-way.ts';

const ofProject = (projectId: string) => `DRAWINGS#project#${projectId}`;
const ofBody = (body: string, state: DrawingReview['state']) => `DRAWINGS#body#${body}#${state}`;

const over: ReadonlySet<DrawingReview['state']> = new Set(['passed', 'failed', 'withdrawn']);

/** 多图联审 of a set: by project, and by the body that reviews and how they stand. */
export function drawingReviewStore(table: Table, publisher: Publisher) {
  const live = underWay<DrawingReview>(table, 'DRAWING', ({ state }) => over.has(state));
  const records = recordStore<DrawingReview>(table, publisher, {
    name: 'DRAWING',
    schema: drawingReview,
    places: (found) => {
      const place = `${found.openedAt.toISOString()}#${found.id}`;
      return [[ofProject(found.projectId), place], [ofBody(found.body, found.state), place], undefined];
    },
  });
  return {
    ...records,

    liveOf: live.liveOf,
    ofProject: (projectId: string, page: PageAt) =>
      records.list({ n: 1, partitions: [ofProject(projectId)], newestFirst: true }, page),
    ofBodies: (bodies: readonly string[], state: DrawingReview['state'], page: PageAt) =>
      records.list({ n: 2, partitions: bodies.map((one) => ofBody(one, state)), newestFirst: false }, page),

    save: (change: ReviewChange, cause: Cause) =>
      table.transact([...markWrites(cause), ...records.writesOf(change, cause), ...live.liveWrites(change)]),
  };
}
