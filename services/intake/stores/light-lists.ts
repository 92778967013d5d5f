import { cursorOf, type Page } from '#shared/page';
import type { Lookup, Row, Table } from '#shared/table';
import type { Application } from '../domain/case/application.ts';
import type { DueRange } from '../domain/clock/light-range.ts';
import { departmentLimitsKey, lightListKey } from './limit-rows.ts';
import type { PageOf } from './lists.ts';
import { applicationIn, recordKey } from './rows.ts';

/** What part of which list holds the cases of a light: by due time, or, of those that are paused, by when that began. */
export type Within = { overdueAt: Date } | { paused: true } | { ranges: readonly DueRange[] };

type Source = Lookup & { index: 'index2' | 'index3' };

// Behind every id, as these are hexadecimal.
const end = '~';

/** The running cases of a department by light. A page reads so many rows of each band and so many records, however many run. */
export function lightLists(table: Pick<Table, 'query' | 'getAll'>) {
  return {
    /** The cases at these places as they are now; with the place, few may have another light by then. */
    async page(department: string, within: Within, { limit, after }: PageOf): Promise<Page<Application>> {
      const sources = sourcesOf(department, within).flatMap((source) => startBehind(source, after?.[0]));
      const found = await Promise.all(sources.map((source) => readUpTo(source, limit)));
      // What a page did not come to may lie before what others gave: only up to there is the order known.
      const known = found.flatMap(({ last }) => (last ? [last] : [])).toSorted()[0];
      const all = found.flatMap(({ rows }) => rows).toSorted((one, other) => (one.sort < other.sort ? -1 : 1));
      const shown = all.filter(({ sort }) => known === undefined || sort <= known).slice(0, limit);
      const more = known !== undefined || all.length > shown.length;
      const last = shown.at(-1);
      return { items: await recordsOf(shown), nextCursor: more && last ? cursorOf([last.sort, last.pk]) : null };
    },
  };

  async function readUpTo({ index, ...lookup }: Source, limit: number) {
    const { rows, last } = await table.query({ index, ...lookup, limit });
    const sk = `sk${index.slice(-1)}`;
    const placed = rows.map((row) => ({ sort: String(row[sk]), pk: String(row['pk']) }));
    return { rows: placed, last: last && String(last[sk]) };
  }

  async function recordsOf(places: readonly { pk: string }[]): Promise<Application[]> {
    if (places.length === 0) return [];
    const rows = await table.getAll(places.map(({ pk }) => ({ pk, sk: recordKey('').sk })));
    return rows.filter((row): row is Row => row !== undefined).map(applicationIn);
  }
}

function sourcesOf(department: string, within: Within): Source[] {
  if ('overdueAt' in within) {
    return [{ index: 'index2', partition: departmentLimitsKey(department), until: within.overdueAt.toISOString() }];
  }
  if ('paused' in within) return [{ index: 'index3', partition: lightListKey(department, 'paused') }];
  return within.ranges.map(({ band, from, until }) => ({
    index: 'index3',
    partition: lightListKey(department, band),
    from: from.toISOString(),
    ...(until && { until: `${until.toISOString()}${end}` }),
  }));
}

/** A list from behind a place on, which may lie beyond what is wanted of it: then nothing is left. */
function startBehind(source: Source, place: string | undefined): Source[] {
  if (place === undefined) return [source];
  const behind = `${place} `;
  const from = source.from !== undefined && source.from > behind ? source.from : behind;
  return source.until !== undefined && from > source.until ? [] : [{ ...source, from }];
}
