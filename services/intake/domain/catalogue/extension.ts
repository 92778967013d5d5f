import type { Extra } from '../clock/limit.ts';
import type { CatalogueFault } from './faults.ts';
import type { Item } from './item.ts';

/** 行政许可法 art. 42: ten working days more, fifteen where departments decide jointly. */
export const generalExtension = (departments: readonly string[]): Extra => ({
  n: departments.length > 1 ? 15 : 10,
  unit: 'working-day',
});

/** An extension as its clock counts it: of working days, as it was told, where its kind of days was not kept yet. */
export const extraOf = (given: { days: number; unit?: Extra['unit'] | undefined } | undefined): Extra | undefined =>
  given && { n: given.days, unit: given.unit ?? 'working-day' };

type Extended = Pick<Item, 'department' | 'extension' | 'steps' | 'jointDepartments'>;

const generalOf = ({ department, steps = [], jointDepartments = [] }: Extended): Extra =>
  generalExtension([...new Set([department, ...steps.map((one) => one.department), ...jointDepartments])]);

/** The longest that an item may be extended by: as it says, else by the general law. */
export const longestOf = (item: Extended): Extra => item.extension ?? generalOf(item);

/** Only a special law lets an item take longer than the general one: it says which (国务院令673: forty working days). */
export function extensionFaults(item: Extended): CatalogueFault[] {
  const { extension } = item;
  if (!extension || extension.basis) return [];
  const most = generalOf(item);
  return extension.n > most.n
    ? [{ path: ['extension', 'basis'], code: 'extension-unfounded', about: `${most.n} ${most.unit}` }]
    : [];
}
