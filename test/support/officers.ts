import type { Envelope } from '#events/event';
import { ApplicationSubmittedV1 } from '#events/intake/application-submitted.v1';
import { CaseChangedV2 } from '#events/intake/case-changed.v2';
import type { Project } from '../../services/agency/domain/project/project.ts';
import { register } from '../../services/agency/domain/project/register.ts';
import { projectInput } from '../docs/examples/project.ts';
import type { openAgency } from './agency.ts';
import { staffActor } from './actors.ts';
import { envelopeOf, uuid } from './facts.ts';

export const lead = staffActor('officer-lead');
/** An officer of Gulou by a short name; his party is `p_<name>`. */
export const officerNamed = (name: string) => staffActor('officer', {}, name);
export const memberNamed = (name: string, rest: object = {}) => ({ officer: `p_${name}`, from: '2026-01-01', ...rest });

/** Teams and officers of an agency, asked for by its lead. */
export function teamsOf({ ask }: Pick<ReturnType<typeof openAgency>, 'ask'>) {
  const read = async (path: string) => (await ask({ path, actor: lead })).body;
  return {
    begin: async (members: readonly object[]): Promise<string> => {
      const body = { level: 'county', name: '代办一队', members };
      const { status, body: made } = await ask({ method: 'POST', path: '/agency/teams', body, actor: lead });
      if (status !== 201) throw new Error(JSON.stringify(made));
      return made.id;
    },
    team: (id: string) => read(`/agency/teams/${id}`),
    /** The ids of what an officer carries, in no order. */
    carriedBy: async (name: string, query: Record<string, string> = {}): Promise<Set<string>> => {
      const { body } = await ask({
        path: `/agency/officers/p_${name}/projects`,
        query: { limit: '100', ...query },
        actor: lead,
      });
      return new Set(body.items.map(({ id }: { id: string }) => id));
    },
  };
}

/** Version of the case, and day of August. */
type When = readonly [sequence: number, day: number];

/** What the set's intake tells of the n-th case of a project. */
export function caseOf(projectId: string, n: number) {
  const caseId = uuid(n, 1);
  const fact = (type: string, [sequence, day]: When, data: object): Envelope =>
    envelopeOf({
      id: uuid(n * 100 + sequence),
      type,
      subject: caseId,
      sequence,
      time: `2026-08-${String(day).padStart(2, '0')}T02:00:00.000Z`,
      data: { caseId, projectId, ...data },
    });
  const handedIn = { version: 1, district: 'gulou', partyId: 'p_investor', departments: ['ndrc'], materials: [] };
  return {
    submitted: (itemKey: string) => fact(ApplicationSubmittedV1.type, [2, 3], { itemKey, ...handedIn }),
    changed: (when: When, state: string, rest: object = {}) =>
      fact(CaseChangedV2.type, when, { state, provisional: false, reasonCode: 'x', ...rest }),
  };
}

/** A project as it is registered. */
export function registered(): Project {
  const { investor, ...said } = projectInput;
  const known = { partyId: 'p_investor', ...investor };
  return register({ ...said, id: uuid(1), investor: known }, new Date('2026-03-02T01:00:00Z')).project;
}
