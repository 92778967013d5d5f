import { staffActor } from './actors.ts';
import type { Request } from './gateway-event.ts';

interface Place {
  id: string;
  part: number;
  /** The version of the edition that was seen. */
  version: number;
}

/** A further part of an edition, from its editor. */
export const partOf = ({ id, part, version }: Place, body: object, district = 'gulou'): Request => ({
  method: 'PUT',
  path: `/intake/catalogue/editions/${id}/parts/${part}`,
  actor: staffActor('catalogue-editor', { district }),
  headers: { 'If-Match': `"${version}"` },
  body,
});
