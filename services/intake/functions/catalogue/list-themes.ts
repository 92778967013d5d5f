import type { HttpResponse } from '#shared/route';
import { fittingItems } from '../../domain/catalogue/filter.ts';
import { themes } from '../../domain/catalogue/themes.ts';
import type { IntakeDeps } from '../../deps.ts';

/** What somebody can browse who knows no name; a theme without items is none to him. */
export const listThemes =
  ({ catalogue }: IntakeDeps) =>
  async (): Promise<HttpResponse> => {
    const offered = await catalogue.current();
    const counted = themes.map((theme) => ({
      ...theme,
      items: offered ? fittingItems(offered, { theme: theme.key }).length : 0,
    }));
    const items = counted.filter((theme) => theme.items > 0);
    return { status: 200, headers: { 'Cache-Control': 'public, max-age=30' }, body: { items } };
  };
