import type * as z from 'zod';
import type { CalendarYear } from '#shared/calendar';
import { readCursor } from '#shared/page';
import { plain } from '#shared/plain';
import { problems, type Language } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { publicityActions } from '../../domain/publicity/graph.ts';
import { surelyPast } from '../../domain/clock/limit.ts';
import { publishBy, type Publicity } from '../../domain/publicity/publicity.ts';
import type { IntakeDeps } from '../../deps.ts';
import type { entriesQuery, publicQuery } from '../../schemas/publicity.ts';
import { entryIn } from './entry-in.ts';

/** What everybody may read of granted licences, the newest first. */
export const listPublished =
  ({ publicities }: IntakeDeps) =>
  async ({ query, language }: Call<z.infer<ReturnType<typeof publicQuery>>>): Promise<HttpResponse> => {
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const { items, nextCursor } = await (await publicities()).published({ limit: query.limit, after: cursor.after });
    return { status: 200, body: { items: items.map((one) => plain(shown(one, language))), nextCursor } };
  };

/** What a department has to publish, or to answer. */
export const listEntries =
  (deps: IntakeDeps) =>
  async ({ query, scope, language, cause }: Call<z.infer<ReturnType<typeof entriesQuery>>>): Promise<HttpResponse> => {
    const { department, status: state, limit } = query;
    if (scope.departments !== 'any' && !scope.departments.includes(department)) return refuse(problems.notFound);
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const [store, calendar] = await Promise.all([deps.publicities(), deps.calendars.current()]);
    const { items, nextCursor } = await store.list({ department, state }, { limit, after: cursor.after });
    const seen = { language, calendar, now: cause.at };
    return { status: 200, body: { items: items.map((one) => plain(lineOf(one, seen))), nextCursor } };
  };

/** One entry: whoever objected sees what he said and what was answered. */
export const readEntry =
  (deps: IntakeDeps) =>
  async (call: Call): Promise<HttpResponse> => {
    const { scope, language, cause } = call;
    const found = await entryIn(call, deps);
    if (!found) return refuse(problems.notFound);
    const calendar = await deps.calendars.current();
    const all = !scope.capacities.includes('applicant');
    const objections = found.objections.filter(({ partyId }) => all || scope.parties.includes(partyId));
    const body = {
      ...lineOf(found, { language, calendar, now: cause.at }),
      actions: publicityActions(found, scope),
      objections: objections.map(({ partyId, ...rest }) => rest),
    };
    return { status: 200, headers: { ETag: `"${found.version}"` }, body: plain(body) };
  };

function shown(found: Publicity, language: Language) {
  const { caseId: id, item, itemKey, department, licenceType, number, holder, decidedAt, publishedAt, state } = found;
  const entry = { id, item: item[language], itemKey, department, licenceType, number, holder, decidedAt, publishedAt };
  return { ...entry, objected: state === 'objected' };
}

interface Seen {
  language: Language;
  calendar: readonly CalendarYear[];
  now: Date;
}

function lineOf(found: Publicity, { language, calendar, now }: Seen) {
  const { state: status, version, publishedAt, withdrawnFor } = found;
  const by = publishBy(found, calendar);
  const { dueAt, provisional } = by;
  const late = surelyPast(by) < (publishedAt ?? now) && (status !== 'withdrawn' || publishedAt !== undefined);
  return { ...shown(found, language), status, version, publishBy: dueAt, provisional, late, withdrawnFor };
}
