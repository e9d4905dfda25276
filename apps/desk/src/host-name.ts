import { useEffect, useState } from 'react';
import { api, type Visitors } from './api.ts';
import { nameOf } from './names.ts';

/** The name of a visit's host: from today's list, or asked for when the visit is of another day. */
export function useHostName(visitors: Visitors | undefined, host: string): string | undefined {
  const listed = [...(visitors?.open ?? []), ...(visitors?.ended ?? [])].find((line) => line.host === host)?.hostName;
  const [asked, setAsked] = useState<string>();
  const isListed = listed !== undefined;
  useEffect(() => {
    if (isListed) return;
    const leaving = new AbortController();
    api
      .call('GET /staff-members/{staffMember}', { staffMember: host }, { signal: leaving.signal })
      .then(({ data }) => data && setAsked(nameOf(data.context.name)));
    return () => leaving.abort();
  }, [isListed, host]);
  return listed ?? asked;
}
