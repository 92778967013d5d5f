import type { openAgency } from './agency.ts';
import { staffActor } from './actors.ts';

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
