import { letIn } from './demo-sign-in.ts';

/** A key for a program at a running demo, as the owner would issue one at the desk. */
export async function apiKeyAt(url: string, ...scopes: readonly string[]): Promise<string> {
  const owner = await letIn(url, 'desk');
  const post = async (path: string, body: object) => {
    const headers = { ...owner, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
    const answer = await fetch(`${url}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as { case: string; key: string }; // as their contracts say
  };
  const until = new Date(Date.now() + 24 * 60 * 60_000).toISOString();
  const account = await post('/service-accounts', { name: 'Example', purpose: 'To be tried out', scopes, until });
  return (await post(`/service-accounts/${account.case}/keys`, { until })).key;
}
