import type * as z from 'zod';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Reply } from '#shared/route';
import type { IntakeDeps } from '../../deps.ts';
import type { stageSettingsBody } from '../../schemas/stage.ts';
import type { StageSettings } from '../../stores/stage-settings.ts';

type Deps = Pick<IntakeDeps, 'stageSettings'>;

export const showStageSettings =
  ({ stageSettings }: Deps) =>
  async (): Promise<HttpResponse> =>
    shown(await (await stageSettings()).get());

/** Holds for stages that are opened from now on: who must answer knows until when from the first. */
export const setStageSettings =
  ({ stageSettings }: Deps) =>
  async ({
    body,
    ifMatch,
    cause,
  }: Call<unknown, z.infer<ReturnType<typeof stageSettingsBody>>>): Promise<HttpResponse> => {
    const store = await stageSettings();
    const found = await store.get();
    // One behind with the same content: the reply to the first try was lost.
    if (ifMatch === found.version - 1 && body.answerDays === found.answerDays) return shown(found);
    if (ifMatch !== found.version) return refuse(problems.versionStale);
    return shown(await store.set(found.version, body.answerDays, cause));
  };

const shown = ({ version, answerDays, by, at }: StageSettings): Reply => ({
  status: 200,
  headers: { ETag: `"${version}"` },
  body: { version, answerDays, ...(by && { setBy: by }), ...(at && { setAt: at }) },
});
