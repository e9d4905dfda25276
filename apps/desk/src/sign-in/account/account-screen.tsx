import { useState } from 'react';
import type { Problem, Visitors, WhoAmI } from '../../api.ts';
import { useLanguage, words } from '../../language.ts';
import type { Snapshot } from '../../live.ts';
import { Page } from '../../parts/page.tsx';
import { FreshProof } from './fresh-proof.tsx';
import { OneTimeCodes } from './one-time-codes.tsx';
import { Passkeys } from './passkeys.tsx';
import { Password } from './password.tsx';
import { Pin } from './pin.tsx';
import { Sessions } from './sessions.tsx';
import { timesBy } from './times.ts';

interface AccountScreenProps {
  readonly who: WhoAmI;
  /** Today's list knows the office's clock and zone. */
  readonly visitors: Snapshot<Visitors, Problem>;
}

/** How somebody signs in: for themselves alone. */
export function AccountScreen({ who, visitors }: AccountScreenProps) {
  const language = useLanguage();
  const t = words[language].account;
  const [said, say] = useState('');
  const times = timesBy(visitors, language);
  return (
    <Page title={t.title}>
      <p>{t.lead(who.shownAs)}</p>
      <p role="status" className="said stays">
        {said}
      </p>
      <FreshProof who={who}>
        <Password say={say} />
        <Passkeys say={say} times={times} />
        <OneTimeCodes who={who} say={say} />
        <Pin who={who} say={say} />
        <Sessions say={say} times={times} />
      </FreshProof>
    </Page>
  );
}
