import { csvOf } from '#shared/csv';
import type { Call, HttpResponse } from '#shared/route';

/** A file that a browser keeps under this name; `name` is without its ending. */
export const csvReply = (name: string, text: string): HttpResponse => ({
  status: 200,
  headers: {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}.csv"`,
  },
  text,
});

export interface Table {
  /** Of the file, without its ending. */
  name: string;
  header: readonly string[];
  rows: readonly (readonly string[])[];
}

type Asked = Pick<Call<{ format?: 'json' | 'csv' | undefined }>, 'query' | 'sent'>;

/** A report as JSON, or as a CSV file where that is asked for: by `?format=csv`, or else by `Accept`. */
export function reportOf({ query, sent }: Asked, body: object, { name, header, rows }: Table): HttpResponse {
  const wantsCsv = query.format ? query.format === 'csv' : prefersCsv(sent.headers['accept']);
  if (!wantsCsv) return { status: 200, body };
  return csvReply(name, csvOf([header, ...rows]));
}

/** Whether `text/csv` stands in it before JSON, or without it. */
function prefersCsv(accept = ''): boolean {
  const wanted = accept.split(',').map((one) => one.split(';')[0]?.trim().toLowerCase());
  const csv = wanted.indexOf('text/csv');
  const json = wanted.indexOf('application/json');
  return csv >= 0 && (json < 0 || csv < json);
}
