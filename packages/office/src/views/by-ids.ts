import { byId, type Found, type Read, through, together } from '@front-office/kernel';

/** Records of several ids, by id: for a view that joins names. All lookups travel in one round trip. */
export function byIds<Data>(
  record: { readonly name: string; readonly holds?: Data },
  ids: readonly string[],
): Read<ReadonlyMap<string, Data>> {
  const each = Object.fromEntries([...new Set(ids)].map((id) => [id, byId(record, id)]));
  return through(together(each), (found) => {
    const here = Object.values(found).filter((one): one is Found<Data> => one !== undefined);
    return new Map(here.map(({ id, data }) => [id, data]));
  });
}
