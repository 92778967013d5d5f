import { byAllIds } from '#shared/merged-parties';
import type { Route } from '#shared/route';
import type { AgencyDeps } from './deps.ts';
import { areaRoutes } from './routes/area.ts';
import { authorityRoutes } from './routes/authority.ts';
import { carryingRoutes } from './routes/carrying.ts';
import { consultationRoutes } from './routes/consultation.ts';
import { drawingRoutes } from './routes/drawing.ts';
import { evaluationRoutes } from './routes/evaluation.ts';
import { investorRoutes } from './routes/investor.ts';
import { officerRoutes } from './routes/officer.ts';
import { mandateEndingRoutes } from './routes/mandate-ending.ts';
import { mandateRoutes } from './routes/mandate.ts';
import { planRoutes } from './routes/plan.ts';
import { meetingRoutes } from './routes/meeting.ts';
import { guidanceRoutes } from './routes/guidance.ts';
import { problemRoutes } from './routes/problem.ts';
import { stageRoutes } from './routes/stage.ts';
import { projectRoutes } from './routes/project.ts';
import { reportRoutes } from './routes/report.ts';
import { visitRoutes } from './routes/visit.ts';
import { teamRoutes } from './routes/team.ts';
import { settingsRoutes } from './routes/settings.ts';

const tables: readonly Route<AgencyDeps>[] = [
  ...projectRoutes,
  ...planRoutes,
  ...stageRoutes,
  ...carryingRoutes,
  ...investorRoutes,
  ...teamRoutes,
  ...officerRoutes,
  ...reportRoutes,
  ...consultationRoutes,
  ...problemRoutes,
  ...guidanceRoutes,
  ...meetingRoutes,
  ...settingsRoutes,
  ...areaRoutes,
  ...evaluationRoutes,
  ...drawingRoutes,
  ...authorityRoutes,
  ...visitRoutes,
  ...mandateRoutes,
  ...mandateEndingRoutes,
];

/** The routes of agency: an investor is known by all its ids. */
export const routes = tables.map(byAllIds);
