/** What a browser sends once it is let in: the headers of every further request. */
export type LetIn = Readonly<Record<string, string>>;

const API = '/api/v1';

/**
 * Lets a browser in at a running demo: the kiosk as the demo's device, the desk as one of its people — the first that it
 * offers, or the one whose name has `named` in it.
 */
export async function letIn(url: string, surface: 'kiosk' | 'desk', named = ''): Promise<LetIn> {
  if (surface === 'kiosk') return enter(url, surface, '/pair/demo', {});
  const answer = await fetch(`${url}${API}/sign-in/demo`);
  const { people } = (await answer.json()) as { people: { office: string; staff: string; shownAs: string }[] }; // as its contract says
  const person = people.find(({ shownAs }) => shownAs.includes(named));
  if (person === undefined) throw new Error(`The demo has no ${named} among ${people.map(({ shownAs }) => shownAs)}`);
  return enter(url, surface, '/sign-in/demo', { office: person.office, staff: person.staff });
}

/** A browser becomes the device whose code a desk shows. */
export const pairedWith = (url: string, code: string): Promise<LetIn> => enter(url, 'kiosk', '/pair', { code });

async function enter(url: string, surface: string, path: string, body: object): Promise<LetIn> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), origin: url };
  const answer = await fetch(`${url}${API}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  const cookie = answer.headers.getSetCookie().map((line) => line.split(';', 1)[0]);
  return { cookie: cookie.join('; '), origin: url, 'front-office-surface': surface };
}
