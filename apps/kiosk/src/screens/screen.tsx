import { DoneScreen } from './done.tsx';
import { HostScreen } from './host.tsx';
import { NameScreen } from './name.tsx';
import { OpeningScreen } from './opening.tsx';
import { PairingScreen } from './pairing.tsx';
import { PrivacyScreen } from './privacy.tsx';
import { PurposeScreen } from './purpose.tsx';
import { SendingScreen } from './sending.tsx';
import type { Shown } from './shown.ts';
import { StartScreen } from './start.tsx';
import { UnsentScreen } from './unsent.tsx';

/** The screen of a state. */
export function Screen({ state, ...rest }: Shown) {
  switch (state.page) {
    case 'opening':
    case 'leaving':
      return <OpeningScreen state={state} {...rest} />;
    case 'pairing':
      return <PairingScreen state={state} {...rest} />;
    case 'start':
      return <StartScreen state={state} {...rest} />;
    case 'name':
      return <NameScreen state={state} {...rest} />;
    case 'host':
      return <HostScreen state={state} {...rest} />;
    case 'purpose':
      return <PurposeScreen state={state} {...rest} />;
    case 'privacy':
      return <PrivacyScreen state={state} {...rest} />;
    case 'sending':
      return <SendingScreen state={state} {...rest} />;
    case 'unsent':
      return <UnsentScreen state={state} {...rest} />;
    case 'done':
      return <DoneScreen state={state} {...rest} />;
  }
}
