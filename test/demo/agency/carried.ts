import * as z from 'zod';
import { etagOf, expectStatus } from '../../support/cases.ts';
import type { Answer, Caller, Hall } from '../../support/hall.ts';
import type { Local } from '../../support/local.ts';
import type { Story } from '../story.ts';

/** A project as its story carries it: over which hall, under which mandate. */
export interface Carried {
  hall: Hall;
  story: Story;
  local: Local;
  /** The account of the officer who carries it now. */
  officer: string;
  projectId: string;
  mandateId: string;
}

export const projectPath = (id: string, act = '') => `/agency/projects/${id}${act && `/${act}`}`;

/** Acts on what was just read: each names the version that it was seen in. */
export const asSeen =
  (who: Caller, path: string) =>
  async (act: string, body: object = {}): Promise<Answer> =>
    who.post(`${path}/${act}`, body, { ifMatch: etagOf(await who.get(path)) });

const authorities = z.object({ officers: z.array(z.object({ partyId: z.string(), authorityId: z.uuid() })).min(1) });

/** The authority by which the officer of a mandate acts now. */
export async function authorityOf({ hall, officer, mandateId }: Carried): Promise<string> {
  const { body } = await expectStatus(hall.as(officer).get(`/agency/mandates/${mandateId}`), 200);
  return authorities.parse(body).officers.at(-1)?.authorityId ?? '';
}
