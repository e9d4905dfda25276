import { api } from '../api.ts';
import { useLanguage, words } from '../language.ts';
import { useLoaded } from './use-loaded.ts';

/** Why a button stays off: which roles may do it, from which level on, and whom to ask. */
export function WhoMay({ capability }: { readonly capability: string }) {
  const language = useLanguage();
  const t = words[language];
  const { data } = useLoaded((signal) => api.call('GET /why-not/{capability}', { capability }, { signal }), capability);
  if (!data || (data.roles.length === 0 && data.people.length === 0)) return null;
  const roles = data.roles.map(({ title, from }) => t.people.roleFrom(title[language], t.organisation.levels[from]));
  return (
    <p className="hint">
      {roles.length > 0 && t.people.whoMay(roles.join(', '))}{' '}
      {data.people.length > 0 && t.people.askNow(data.people.join(', '))}
    </p>
  );
}
