import { useLocation } from 'wouter';
import type { WhoAmI } from '../../api.ts';
import { cameIn } from '../standing.ts';
import { forgetLinkSecret } from './link-secret.ts';

/** Goes on to the desk, or to what is still owed, and leaves nothing of the link behind. */
export function useCameByLink(): (who: WhoAmI) => void {
  const [, navigate] = useLocation();
  return (who) => {
    cameIn(who);
    navigate('/', { replace: true });
    forgetLinkSecret();
  };
}
