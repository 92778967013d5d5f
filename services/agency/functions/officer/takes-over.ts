import { dayOf } from '#shared/calendar';
import type { AgencyDeps } from '../../deps.ts';
import { canTakeOver } from '../../domain/officer/team.ts';

/** Whether projects can be handed to a party today: an officer by the teams of the set. */
export const takesOver = async (officer: string, at: Date, { teams }: Pick<AgencyDeps, 'teams'>): Promise<boolean> =>
  canTakeOver(await (await teams()).all(), officer, dayOf(at));
