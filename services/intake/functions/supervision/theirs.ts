import type { Scope } from '#shared/access';

/** A supervisor asks about all; a head names one of his departments. */
export const isTheirs = ({ departments }: Scope, department: string | undefined): boolean =>
  departments === 'any' || (department !== undefined && departments.includes(department));
