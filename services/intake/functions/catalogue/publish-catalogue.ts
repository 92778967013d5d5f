import { CataloguePublishedV1 } from '#events/intake/catalogue-published.v1';
import { fact } from '#events/event';
import { pointerOf } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { catalogueWords } from './catalogue-words.ts';
import { faultsIn, nextCatalogue } from '../../domain/catalogue/catalogue.ts';
import type { CatalogueInput } from '../../domain/catalogue/item.ts';
import type { IntakeDeps } from '../../deps.ts';
import * as catalogueProblems from '../../problems/catalogue.ts';

export const publishCatalogue =
  ({ catalogue, forms }: IntakeDeps) =>
  async ({ body, cause, language }: Call<unknown, CatalogueInput>): Promise<HttpResponse> => {
    const faults = faultsIn(body, await forms.faultFinder());
    if (faults.length > 0) {
      const errors = faults.map(({ path, code, about }) => ({
        pointer: pointerOf(path),
        code,
        message: catalogueWords[code](about)[language],
      }));
      return refuse(catalogueProblems.catalogueInvalid, errors);
    }
    const { catalogue: next, changed } = nextCatalogue(await catalogue.latest(), body);
    const { version, items } = next;
    const reply = { status: 201, headers: { ETag: `"${version}"` }, body: { version, items: items.length, changed } };
    await catalogue.publish({ next, facts: [fact(CataloguePublishedV1, { version, changed })] }, { ...cause, reply });
    return reply;
  };
