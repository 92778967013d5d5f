import type { Application } from './application.ts';
import type { Handler, OfficeNotNow, Transition } from './graph.ts';
import { isOwn } from './own.ts';
import { isRecused } from './recused.ts';
import { openDepartments } from './task.ts';
import { hasPart } from './view.ts';

/** Why one of the office may not act on a case that he sees. */
export function officeRefusal(
  application: Application,
  { on }: Pick<Transition, 'on'>,
  by: Handler,
): OfficeNotNow | undefined {
  if (isOwn(application, by.actor)) return 'own-case';
  // 回避: who has stepped back decides nothing more of this case.
  if (isRecused(application, by.actor)) return 'recused';
  // At a window of another district he acts only upon what his own took in, or before the applicant who agrees.
  if (on !== 'desk' && !hasPart(by, application)) return 'not-your-department';
  const { department, departments: all } = application;
  const places = on === 'task' ? openDepartments(application) : on === 'part' ? all : [department];
  const { departments } = by;
  return departments === 'any' || places.some((one) => departments.includes(one)) ? undefined : 'not-your-department';
}
