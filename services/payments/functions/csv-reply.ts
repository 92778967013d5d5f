import type { HttpResponse } from '#shared/route';

/** A file that a browser keeps under this name; `name` is without its ending. */
export const csvReply = (name: string, text: string): HttpResponse => ({
  status: 200,
  headers: {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}.csv"`,
  },
  text,
});
